package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugin.State;
import pbx.plugins.Settings.Limits;
import pbx.plugins.sample.Allocating;
import pbx.plugins.sample.Good;
import pbx.plugins.sample.Hanging;
import pbx.plugins.sample.Spinning;

/** What plugins spend is known, and a runaway is stopped before it has done much harm. */
class BudgetTest {
    private static final Limits LIMITS = new Limits(0.4, 200_000_000);

    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    private final Told told = new Told();
    private Deployer deployer;

    @BeforeEach
    void open() {
        deployer = new Deployer(felix.context(), settings(Duration.ofSeconds(20), LIMITS));
        deployer.bindListener(told, felix.reference());
    }

    /** @param start how long a start may take */
    private Settings settings(Duration start, Limits limits) {
        Settings plain = Settings.plain(felix.folder().resolve("plugins"), Duration.ofMillis(20));
        return new Settings(
                plain.folder(),
                plain.interval(),
                plain.data(),
                plain.trust(),
                plain.denials(),
                limits,
                start,
                plain.probation());
    }

    @AfterEach
    void close() throws InterruptedException {
        System.clearProperty(Spinning.STUBBORN);
        System.clearProperty(Hanging.HANGS);
        deployer.stop();
    }

    @Test
    void aSpinningPluginIsQuarantinedWithinTwoSecondsAndCanBeReleased() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        BundleListener listener = event -> {
            if (event.getType() == BundleEvent.STOPPED) {
                stop.countDown();
            }
        };
        felix.context().addBundleListener(listener);
        long began = System.nanoTime();
        assertEquals(
                State.RUNNING,
                get(deployer.deploy(jar("spinning", Spinning.class))).state());
        Plugin stopped = told.await(p -> p.state() == State.QUARANTINED);
        double first = (System.nanoTime() - began) / 1e9;
        assertTrue(
                stopped.problem().orElse("").matches("it kept .* cores busy.*pbx:release spinning"), stopped::toString);
        assertEquals(1, log.of("ERROR").size(), () -> log.of("ERROR").toString());
        assertTrue(audit().stream().anyMatch(line -> line.contains("\"QUARANTINED\"")));
        awaitNoThread("spinning");
        assertTrue(stop.await(30, TimeUnit.SECONDS));
        assertEquals(List.of("spinning 1.0.0 idle"), felix.bundles());
        double again = releasedUntilQuarantined();
        // where the machine itself stands still for a moment, the time says nothing
        double best = first < 2.0 || again < 2.0 ? Math.min(first, again) : releasedUntilQuarantined();
        assertTrue(best < 2.0, () -> "after " + best + " s");
    }

    /** In seconds. */
    private double releasedUntilQuarantined() throws Exception {
        told.forget();
        long released = System.nanoTime();
        assertEquals(State.RUNNING, get(deployer.release("spinning")).state());
        told.await(p -> p.state() == State.QUARANTINED);
        return (System.nanoTime() - released) / 1e9;
    }

    @Test
    void aNewVersionThatRunsAwayIsRolledBackByItself() throws Exception {
        get(deployer.deploy(jar("spinning", Good.class)));
        get(deployer.deploy(TestJar.bundle("spinning", "2.0.0")
                .activator(Spinning.class)
                .at(felix.folder().resolve("spinning.jar"))));
        Plugin back = told.await(p -> p.version().equals("1.0.0") && p.problem().isPresent());
        assertEquals(State.RUNNING, back.state());
        assertTrue(back.problem().get().startsWith("version 2.0.0 was rolled back: it kept "), back::toString);
        assertTrue(audit().stream().anyMatch(line -> line.contains("\"ROLLED_BACK\"")));
        awaitNoThread("spinning");
    }

    @Test
    void aPluginThatAllocatesWithoutEndIsQuarantined() throws Exception {
        // on a busy machine its cores would come first
        get(deployer.configure(settings(Duration.ofSeconds(20), new Limits(0, LIMITS.rate()))));
        get(deployer.deploy(jar("allocating", Allocating.class)));
        Plugin stopped = told.await(p -> p.state() == State.QUARANTINED);
        assertTrue(stopped.problem().orElse("").startsWith("it allocated "), stopped::toString);
        awaitNoThread("allocating");
    }

    @Test
    void aThreadThatDoesNotEndIsShown() throws Exception {
        System.setProperty(Spinning.STUBBORN, "true");
        get(deployer.deploy(jar("spinning", Spinning.class)));
        Plugin stuck = told.await(p -> p.load().stuck() > 0);
        assertEquals(State.QUARANTINED, stuck.state());
        assertEquals(1, stuck.load().stuck());
        assertTrue(stuck.load().cpu().toMillis() > 500, stuck::toString);
        System.clearProperty(Spinning.STUBBORN);
        awaitNoThread("spinning");
    }

    @Test
    void aStartThatNeverEndsFailsAndTheNextPluginStarts() throws Exception {
        System.setProperty(Hanging.HANGS, "true");
        get(deployer.configure(settings(Duration.ofSeconds(1), LIMITS)));
        CompletionStage<Plugin> hanging = deployer.deploy(jar("hanging", Hanging.class));
        deployer.configure(settings(Duration.ofSeconds(20), LIMITS)); // in its turn
        CompletionStage<Plugin> good = deployer.deploy(jar("good", Good.class));
        assertEquals(State.RUNNING, get(good).state());
        assertEquals(State.FAILED, get(hanging).state());
        assertTrue(get(hanging).problem().orElse("").contains("its start did not end within 1 s"));
    }

    private Path jar(String name, Class<? extends BundleActivator> activator) throws IOException {
        return TestJar.bundle(name, "1.0.0")
                .activator(activator)
                .at(felix.folder().resolve(name + ".jar"));
    }

    private List<String> audit() throws IOException {
        return Files.readAllLines(felix.folder().resolve("audit.log"));
    }

    private static void awaitNoThread(String name) throws InterruptedException {
        Thread[] threads = new Thread[1000];
        int count = Thread.enumerate(threads);
        for (Thread thread : Arrays.asList(threads).subList(0, count)) {
            if (thread.getName().equals(name)) {
                thread.join(20_000);
                assertFalse(thread.isAlive(), name + " goes on");
            }
        }
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
