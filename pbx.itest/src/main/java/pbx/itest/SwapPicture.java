package pbx.itest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import pbx.api.call.CallListener;
import pbx.api.call.Calls;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionListener;
import pbx.api.media.Media;
import pbx.api.media.MediaListener;
import pbx.api.presence.PresenceListener;
import pbx.api.presence.Presences;

/**
 * What the platform and a plugin know, as text: calls with all their fields, who is free or busy, audio sessions, accounts.
 * Taken before a replacement, it is what must be so again afterwards.
 */
final class SwapPicture implements AutoCloseable {
    private static final long PATIENCE_S = 20;

    private final BundleContext context =
            FrameworkUtil.getBundle(SwapPicture.class).getBundleContext();
    private final Semaphore news = new Semaphore(0);
    /** Of all: else the framework tries for each event whether this bundle knows the class, which costs those who are replaced. */
    private final AllServiceListener services = event -> news.release();

    private final List<ServiceRegistration<?>> listeners = new ArrayList<>();

    SwapPicture() {
        listeners.add(context.registerService(CallListener.class, change -> news.release(), null));
        listeners.add(context.registerService(PresenceListener.class, change -> news.release(), null));
        listeners.add(context.registerService(ConnectionListener.class, change -> news.release(), null));
        listeners.add(context.registerService(MediaListener.class, change -> news.release(), null));
        context.addServiceListener(services);
    }

    List<String> now() {
        List<String> picture = new ArrayList<>();
        picture.addAll(of(Calls.class, calls -> calls.list().stream().map(Object::toString)));
        picture.addAll(
                of(Presences.class, presences -> presences.list().stream().map(Object::toString)));
        picture.addAll(
                of(Connection.class, connection -> Stream.of(connection.status().toString())));
        picture.addAll(of(Media.class, media -> media.list().stream().map(s -> s.call() + " " + s.state())));
        picture.addAll(of(Supplier.class, plugin -> Stream.of("plugin knows " + plugin.get())));
        picture.sort(null);
        return picture;
    }

    /** Waits until it is so again; fails with the difference. */
    void await(List<String> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        List<String> seen = now();
        while (!seen.equals(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "not as before: " + difference("-", wanted, seen) + difference("+", seen, wanted));
            }
            // a listener may be told before the list says so, hence not for ever
            news.tryAcquire(5, TimeUnit.MILLISECONDS);
            news.drainPermits();
            seen = now();
        }
    }

    private static List<String> difference(String sign, List<String> of, List<String> without) {
        return of.stream()
                .filter(line -> !without.contains(line))
                .map(line -> sign + line)
                .toList();
    }

    private interface Reading<T> {
        Stream<String> lines(T service);
    }

    private <T> List<String> of(Class<T> type, Reading<T> reading) {
        List<String> lines = new ArrayList<>();
        for (ServiceReference<T> reference : references(type)) {
            T service = context.getService(reference);
            if (service != null) {
                reading.lines(service).forEach(lines::add);
                context.ungetService(reference);
            }
        }
        return lines;
    }

    private <T> List<ServiceReference<T>> references(Class<T> type) {
        try {
            String plugin = type == Supplier.class ? "(swap=plugin)" : null;
            return List.copyOf(context.getServiceReferences(type, plugin));
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.removeServiceListener(services);
        listeners.forEach(ServiceRegistration::unregister);
    }
}
