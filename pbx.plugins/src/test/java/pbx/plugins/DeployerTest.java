package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Use;
import pbx.plugins.sample.Good;
import pbx.plugins.sample.Once;
import pbx.plugins.sample.Slow;
import pbx.plugins.sample.Throwing;

class DeployerTest {
    @RegisterExtension
    final RealFramework felix = new RealFramework();

    private Path folder;
    private Deployer deployer;

    @BeforeEach
    void open() {
        folder = felix.folder().resolve("plugins");
        deployer = new Deployer(felix.context(), Settings.plain(folder, Duration.ofMillis(20)));
    }

    @AfterEach
    void close() throws InterruptedException {
        deployer.stop();
    }

    @Test
    void fiftyTimesInAndOutAndNothingIsLeft() throws Exception {
        Path jar = good("1.0.0").at(felix.folder().resolve("good.jar"));
        for (int i = 0; i < 50; i++) {
            Plugin plugin = get(deployer.deploy(jar));
            assertEquals(Plugin.State.RUNNING, plugin.state(), plugin::toString);
            assertEquals(List.of("good 1.0.0"), felix.bundles());
            get(deployer.undeploy(i % 2 == 0 ? "good" : "good.jar"));
            assertEquals(List.of(), felix.bundles());
        }
        assertEquals(List.of(), deployer.list());
        assertEmpty(folder);
        assertEmpty(felix.context().getDataFile("copies").toPath());
    }

    @Test
    void theFolderIsFollowed() throws Exception {
        CompletableFuture<Bundle> started = told(BundleEvent.STARTED);
        good("1.0.0").at(folder().resolve("good.jar"));
        assertEquals("plugin:good", started.get(30, TimeUnit.SECONDS).getLocation());
        CompletableFuture<Bundle> updated = told(BundleEvent.UPDATED);
        good("1.1.0").at(folder.resolve("good.jar"));
        assertEquals("1.1.0", updated.get(30, TimeUnit.SECONDS).getVersion().toString());
        CompletableFuture<Bundle> gone = told(BundleEvent.UNINSTALLED);
        Files.delete(folder.resolve("good.jar"));
        gone.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatFailsIsAnAnswerAndWhatCannotBeIsAnError() throws Exception {
        Path broken = TestJar.bundle("bad", "1.0.0")
                .activator(Throwing.class)
                .at(felix.folder().resolve("bad.jar"));
        Plugin failed = get(deployer.deploy(broken));
        assertEquals(Plugin.State.FAILED, failed.state());
        assertEquals(List.of(failed), deployer.list());
        assertEquals(Reason.INVALID, reason(deployer.deploy(felix.folder().resolve("none.jar"))));
        assertEquals(
                Reason.INVALID,
                reason(deployer.deploy(Files.createFile(felix.folder().resolve("x.txt")))));
        assertEquals(Reason.INVALID, reason(deployer.undeploy("nobody")));
        get(deployer.undeploy("bad"));
        assertEquals(List.of(), deployer.list());
    }

    @Test
    void aSlowPluginHoldsUpNoCaller() throws Exception {
        CountDownLatch allowed = new CountDownLatch(1);
        felix.context().registerService(CountDownLatch.class, allowed, null);
        CompletableFuture<Bundle> starting = told(BundleEvent.STARTING);
        Path slow = TestJar.bundle("slow", "1.0.0")
                .activator(Slow.class)
                .at(felix.folder().resolve("slow.jar"));
        CompletionStage<Plugin> first = deployer.deploy(slow);
        starting.get(30, TimeUnit.SECONDS);
        CompletionStage<Plugin> second =
                deployer.deploy(good("1.0.0").at(felix.folder().resolve("good.jar")));
        assertEquals(List.of(), deployer.list());
        assertFalse(first.toCompletableFuture().isDone()
                || second.toCompletableFuture().isDone());
        allowed.countDown();
        assertEquals(Plugin.State.RUNNING, get(first).state());
        assertEquals(Plugin.State.RUNNING, get(second).state());
    }

    @Test
    void whatACallerChainsHoldsUpNobody() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Path jar = good("1.0.0").at(felix.folder().resolve("good.jar"));
        CompletionStage<Void> blocked = deployer.deploy(jar).thenAccept(plugin -> await(done));
        get(deployer.undeploy("good"));
        done.countDown();
        get(blocked);
    }

    @Test
    void aDeployerThatStopsSaysSoAndItsPluginsGoOn() throws Exception {
        get(deployer.deploy(good("1.0.0").at(felix.folder().resolve("good.jar"))));
        CountDownLatch allowed = new CountDownLatch(1);
        felix.context().registerService(CountDownLatch.class, allowed, null);
        CompletableFuture<Bundle> starting = told(BundleEvent.STARTING);
        Path slow = TestJar.bundle("slow", "1.0.0")
                .activator(Slow.class)
                .at(felix.folder().resolve("slow.jar"));
        CompletionStage<Plugin> open = deployer.deploy(slow);
        starting.get(30, TimeUnit.SECONDS);
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(this::closeQuietly);
        assertEquals(Reason.STOPPED, reason(open));
        allowed.countDown();
        stopping.get(30, TimeUnit.SECONDS);
        assertEquals(Reason.STOPPED, reason(deployer.undeploy("good")));
        assertTrue(felix.bundles().contains("good 1.0.0"));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("pbx-plugins")) {
                thread.join(10_000); // the executor is terminated a moment before its thread
                assertFalse(thread.isAlive());
            }
        }
    }

    @Test
    void whatOthersThrowIsNotTheLastLook() throws Exception {
        deployer.bindDeliveries(() -> {
            throw new IllegalStateException("none of your business");
        });
        CompletableFuture<Bundle> started = told(BundleEvent.STARTED);
        good("1.0.0").at(folder().resolve("good.jar"));
        started.get(30, TimeUnit.SECONDS);
        CompletableFuture<Bundle> gone = told(BundleEvent.UNINSTALLED);
        Files.delete(folder.resolve("good.jar"));
        gone.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aPluginThatDoesNotComeBackKeepsTheOthersNoUse() throws Exception {
        get(deployer.deploy(TestJar.bundle("once", "1.0.0")
                .activator(Once.class)
                .at(felix.folder().resolve("a.jar"))));
        get(deployer.deploy(good("1.0.0").at(felix.folder().resolve("z.jar"))));
        CompletableFuture<Bundle> again = told(BundleEvent.STARTED);
        assertEquals(Reason.INVALID, reason(deployer.configure(denying("* CALLS"))));
        assertEquals("good", again.get(30, TimeUnit.SECONDS).getSymbolicName());
    }

    @Test
    void whoIsAllowedAgainRunsAtOnceAndWhoIsDeniedIsToldSo() throws Exception {
        Path jar = TestJar.bundle("chief", "1.0.0")
                .with(
                        "Require-Capability",
                        "osgi.service;filter:=\"(objectClass=pbx.api.plugin.Plugins)\";effective:=active")
                .activator(Good.class)
                .at(felix.folder().resolve("chief.jar"));
        get(deployer.configure(denying("* ADMINISTRATION")));
        assertEquals(Plugin.State.FAILED, get(deployer.deploy(jar)).state());
        Plugin allowed = get(deployer.allow("chief", Use.ADMINISTRATION, true));
        assertEquals(Plugin.State.RUNNING, allowed.state(), allowed::toString);
        assertEquals(List.of("chief 1.0.0"), felix.bundles());
        Plugin denied = get(deployer.allow("chief", Use.ADMINISTRATION, false));
        assertEquals(Plugin.State.FAILED, denied.state());
        assertTrue(denied.problem().orElse("").contains("which it is denied"), denied::toString);
    }

    private Settings denying(String... lines) {
        Settings plain = Settings.plain(folder, Duration.ofMillis(20));
        return new Settings(
                plain.folder(),
                plain.interval(),
                plain.data(),
                plain.trust(),
                Denials.of(lines),
                plain.limits(),
                plain.start(),
                plain.probation());
    }

    private CompletableFuture<Bundle> told(int type) {
        CompletableFuture<Bundle> told = new CompletableFuture<>();
        SynchronousBundleListener listener = event -> {
            if (event.getType() == type) {
                told.complete(event.getBundle());
            }
        };
        felix.context().addBundleListener(listener);
        return told;
    }

    private Path folder() throws IOException {
        return Files.createDirectories(folder);
    }

    private void closeQuietly() {
        try {
            deployer.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Reason reason(CompletionStage<?> stage) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> get(stage));
        return ((PbxException) e.getCause()).reason();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static TestJar good(String version) throws IOException {
        return TestJar.bundle("good", version).activator(Good.class);
    }

    private static void assertEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
