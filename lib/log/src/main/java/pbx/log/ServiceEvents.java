package pbx.log;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.service.log.LogReaderService;

/**
 * Keeps the news of each service that comes and goes from the two who ask for all of them and throw them away. The log service
 * takes a stack trace for each and keeps it in place of one of its hundred lines; Event Admin makes an event of it, which is kept
 * from it only as long as nobody handles those. For both, the framework looks each time for a class that they cannot know.
 *
 * <p>What they listen for by a filter, such as their configuration, is told as ever.
 */
@Component(immediate = true)
public final class ServiceEvents implements EventListenerHook {
    private static final String TOPIC = "org/osgi/framework/ServiceEvent/";

    private final Bundle log;
    private final Set<ServiceReference<?>> handlers = ConcurrentHashMap.newKeySet();
    private volatile Bundle eventAdmin;

    @Activate
    public ServiceEvents(@Reference ServiceReference<LogReaderService> log) {
        this.log = log.getBundle();
    }

    @Reference(
            service = EventAdmin.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void bindEventAdmin(ServiceReference<?> provider) {
        eventAdmin = provider.getBundle();
    }

    void unbindEventAdmin(ServiceReference<?> provider) {
        eventAdmin = null;
    }

    @Reference(
            service = EventHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "bindHandler")
    void bindHandler(ServiceReference<?> handler) {
        if (handles(handler.getProperty(EventConstants.EVENT_TOPIC))) {
            handlers.add(handler);
        } else {
            handlers.remove(handler);
        }
    }

    void unbindHandler(ServiceReference<?> handler) {
        handlers.remove(handler);
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        keepFrom(log, listeners);
        if (handlers.isEmpty()) {
            keepFrom(eventAdmin, listeners);
        }
    }

    private static void keepFrom(Bundle bundle, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        BundleContext context = bundle == null ? null : bundle.getBundleContext();
        Collection<ListenerInfo> its = context == null ? null : listeners.get(context);
        if (its != null) {
            its.removeIf(listener -> listener.getFilter() == null);
        }
    }

    /** @param topics one, several or none, as a service's property may have them */
    private static boolean handles(Object topics) {
        Stream<?> all = topics instanceof Object[] array
                ? Stream.of(array)
                : topics instanceof Collection<?> several ? several.stream() : Stream.ofNullable(topics);
        return all.map(String::valueOf)
                .anyMatch(topic -> topic.startsWith(TOPIC)
                        || (topic.endsWith("*") && TOPIC.startsWith(topic.substring(0, topic.length() - 1))));
    }
}
