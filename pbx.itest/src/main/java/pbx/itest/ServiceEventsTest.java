package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogReaderService;

/** The news of services reach who wants them, and not who only throws them away. */
class ServiceEventsTest {
    private static final String TOPICS = "org/osgi/framework/ServiceEvent/";

    /** Of whom, by symbolic name, listeners without a filter were told of a service of ours. */
    private static final class Told implements EventListenerHook {
        private final Map<String, Boolean> withoutFilter = new ConcurrentHashMap<>();

        @Override
        public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
            if (event.getServiceReference().getProperty("news") != null) {
                listeners.forEach((context, its) -> withoutFilter.put(
                        context.getBundle().getSymbolicName(), its.stream().anyMatch(one -> one.getFilter() == null)));
            }
        }
    }

    private final BundleContext context =
            FrameworkUtil.getBundle(ServiceEventsTest.class).getBundleContext();
    private final Told told = new Told();
    /** After all others of its kind. */
    private final ServiceRegistration<?> hook = context.registerService(
            EventListenerHook.class,
            told,
            FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, Integer.MIN_VALUE)));

    @AfterEach
    void leave() {
        hook.unregister();
    }

    @Test
    void neitherTheLogNorEventAdminIsToldWhatNobodyWants() {
        news();
        assertEquals(false, told.withoutFilter.get("org.apache.felix.log"));
        assertEquals(false, told.withoutFilter.get("org.apache.felix.eventadmin"));
        LogReaderService log = context.getService(context.getServiceReference(LogReaderService.class));
        List<String> kept = Collections.list(log.getLog()).stream()
                .filter(entry -> entry.getServiceReference() != null
                        && entry.getServiceReference().getProperty("news") != null)
                .map(LogEntry::getMessage)
                .toList();
        assertEquals(List.of(), kept);
    }

    @Test
    void whoHandlesThemHearsOfServicesByEventAdmin() throws Exception {
        BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
        for (Object topics : List.of("*", TOPICS + "REGISTERED", List.of("elsewhere", "org/osgi/framework/*"))) {
            EventHandler handler = event -> {
                if (event.getProperty("event") instanceof ServiceEvent about
                        && about.getServiceReference().getProperty("news") != null) {
                    heard.add(event);
                }
            };
            ServiceRegistration<?> registration = context.registerService(
                    EventHandler.class, handler, FrameworkUtil.asDictionary(Map.of("event.topics", topics)));
            try {
                news();
                Event first = heard.poll(30, TimeUnit.SECONDS);
                assertTrue(first != null && first.getTopic().equals(TOPICS + "REGISTERED"), topics + ": " + first);
            } finally {
                registration.unregister();
                heard.clear();
            }
        }
    }

    @Test
    void whoHandlesOtherTopicsChangesNothing() {
        ServiceRegistration<?> registration = context.registerService(
                EventHandler.class,
                event -> {},
                FrameworkUtil.asDictionary(Map.of("event.topics", new String[] {"elsewhere/*", "org/osgi"})));
        try {
            news();
            assertEquals(false, told.withoutFilter.get("org.apache.felix.eventadmin"));
        } finally {
            registration.unregister();
        }
    }

    private void news() {
        context.registerService(Object.class, this, FrameworkUtil.asDictionary(Map.of("news", "of " + getClass())))
                .unregister();
    }
}
