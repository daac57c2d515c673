package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

/** In which order the framework is asked. */
class BundlesTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final Bundle plugin = bundle();
    private final Bundles bundles = new Bundles(null, new Own(bundle(), Duration.ofSeconds(30)), approved -> {});

    /** The machine is busy: the runaway itself sees to that. */
    @Test
    void aQuarantineThatComesLateDoesNotStopWhatWasReleased() throws Exception {
        bundles.stopApart(plugin);
        assertTrue(stopping.await(30, TimeUnit.SECONDS));
        bundles.restart(plugin);
        assertEquals(List.of("stop", "stop", "start"), done);
    }

    private Bundle bundle() {
        FrameworkWiring wiring = (FrameworkWiring) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FrameworkWiring.class}, (self, method, words) -> true);
        return (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, words) -> switch (method.getName()) {
                    case "adapt" -> words[0] == FrameworkWiring.class ? wiring : null;
                    case "hashCode" -> 1;
                    case "equals" -> self == words[0];
                    case "stop" -> stop();
                    case "start" -> start();
                    default -> null;
                });
    }

    /** The first takes its time, and if it can, until the start. */
    private Void stop() throws InterruptedException {
        if (stopping.getCount() > 0) {
            stopping.countDown();
            started.await(500, TimeUnit.MILLISECONDS);
        }
        done.add("stop");
        return null;
    }

    private Void start() {
        done.add("start");
        started.countDown();
        return null;
    }
}
