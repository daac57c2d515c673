package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import pbx.api.plugin.Plugin;
import pbx.plugins.sample.Clinging;
import pbx.plugins.sample.Good;
import pbx.plugins.sample.Throwing;

/** The deploy folder against a real framework; the test looks into the folder when it wants. */
class FolderMatchTest {
    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    private final List<String> events = new ArrayList<>();
    private Path folder;
    private FolderMatch match;
    private Parts parts;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(felix.folder().resolve("plugins"));
        match = open(folder);
        SynchronousBundleListener listener =
                event -> events.add(event.getBundle().getSymbolicName() + " " + name(event.getType()));
        felix.context().addBundleListener(listener);
    }

    @Test
    void aJarRunsWhenItDidNotChangeBetweenTwoLooksAndIsGoneWhenItsFileIs() throws Exception {
        Path file = good("1.0.0").at(folder.resolve("good.jar"));
        match.look();
        assertEquals(List.of(), felix.bundles());
        match.look();
        assertEquals(List.of("good.jar good 1.0.0 RUNNING"), listed());
        assertEquals("1.0.0", service());
        Files.delete(file);
        match.look();
        assertEquals(List.of(), listed());
        assertEquals(List.of(), felix.bundles());
        assertEquals(
                List.of("plugin good 1.0.0 runs (good.jar)", "plugin good 1.0.0 is gone (good.jar)"), log.of("INFO"));
    }

    @Test
    void aHalfCopiedJarNeverStartsNorIsItReported() throws Exception {
        Path file = folder.resolve("good.jar");
        byte[] whole = good("1.0.0").bytes();
        for (int length = 1; length < whole.length; length += 150) {
            Files.write(file, Arrays.copyOf(whole, length));
            look(2);
            assertEquals(List.of(), listed());
        }
        Files.write(file, whole);
        look(2);
        assertEquals("1.0.0", service());
        assertEquals(List.of(), log.of("ERROR"));
    }

    @Test
    void aJarThatKeepsChangingIsNotTaken() throws Exception {
        Path file = good("1.0.0").at(folder.resolve("good.jar"));
        for (int i = 0; i < 5; i++) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(i)));
            match.look();
        }
        assertEquals(List.of(), felix.bundles());
        match.look();
        assertEquals(List.of("good 1.0.0"), felix.bundles());
    }

    @Test
    void otherFilesAreNotTouched() throws Exception {
        good("1.0.0").at(folder.resolve(".good.jar"));
        good("1.0.0").at(folder.resolve("good.jar.part"));
        Files.createDirectory(folder.resolve("folder.jar"));
        look(10);
        assertEquals(List.of(), listed());
        assertEquals(List.of(), log.of("ERROR"));
    }

    @Test
    void newBytesAreAnUpdateAndTheSameBytesAreNothing() throws Exception {
        Path file = good("1.0.0").at(folder.resolve("good.jar"));
        look(2);
        events.clear();
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1)));
        look(3);
        assertEquals(List.of(), events);
        good("1.1.0").at(file);
        look(2);
        assertEquals("1.1.0", service());
        assertEquals(List.of("good.jar good 1.1.0 RUNNING"), listed());
        assertTrue(events.contains("good UPDATED") && !events.contains("good INSTALLED"), events::toString);
    }

    @Test
    void anUpdateTouchesNoOtherBundle() throws Exception {
        TestJar.bundle("other", "1.0.0").at(folder.resolve("other.jar"));
        good("1.0.0").at(folder.resolve("good.jar"));
        look(2);
        events.clear();
        good("1.1.0").at(folder.resolve("good.jar"));
        look(2);
        Files.delete(folder.resolve("good.jar"));
        match.look();
        assertEquals(List.of("other 1.0.0"), felix.bundles());
        assertTrue(events.stream().noneMatch(e -> e.startsWith("other ")), events::toString);
    }

    @Test
    void anUpdateThatFailsGoesBackToWhatRan() throws Exception {
        good("1.0.0").at(folder.resolve("good.jar"));
        look(2);
        TestJar.bundle("good", "2.0.0").activator(Throwing.class).at(folder.resolve("good.jar"));
        look(5);
        assertEquals("1.0.0", service());
        assertEquals(List.of("good.jar good 1.0.0 RUNNING"), listed());
        assertEquals(
                List.of("plugin file good.jar does not run: its start failed: java.lang.IllegalStateException:"
                        + " no?licence?[2J; version 1.0.0 runs on"),
                log.of("ERROR"));
        good("3.0.0").at(folder.resolve("good.jar"));
        look(2);
        assertEquals("3.0.0", service());
    }

    @Test
    void bytesThatAreNoJarLeaveThePluginAlone() throws Exception {
        good("1.0.0").at(folder.resolve("good.jar"));
        look(2);
        events.clear();
        Files.writeString(folder.resolve("good.jar"), "no jar");
        look(12);
        assertEquals(List.of(), events);
        assertEquals(
                List.of(
                        "plugin file good.jar does not run: it is no readable jar: copy it again; version 1.0.0 runs on"),
                log.of("ERROR"));
    }

    @Test
    void aPluginThatDoesNotStopIsExchangedAllTheSame() throws Exception {
        TestJar.bundle("good", "1.0.0").activator(Clinging.class).at(folder.resolve("good.jar"));
        look(2);
        good("2.0.0").at(folder.resolve("good.jar"));
        look(2);
        assertEquals("2.0.0", service());
        assertEquals(List.of("good did not stop in order: java.lang.IllegalStateException: not now"), log.of("WARN"));
    }

    @Test
    void anotherPluginUnderTheSameFileNameTakesItsPlace() throws Exception {
        good("1.0.0").at(folder.resolve("x.jar"));
        look(2);
        TestJar.bundle("other", "1.0.0").at(folder.resolve("x.jar"));
        look(2);
        assertEquals(List.of("x.jar other 1.0.0 RUNNING"), listed());
        assertEquals(List.of("other 1.0.0"), felix.bundles());
    }

    @Test
    void theSamePluginTwiceRunsOnceAndTheSecondFileIsItsSuccessor() throws Exception {
        good("1.0.0").at(folder.resolve("a.jar"));
        good("2.0.0").at(folder.resolve("b.jar"));
        look(5);
        assertEquals(List.of("a.jar good 1.0.0 RUNNING", "b.jar good 2.0.0 FAILED"), listed());
        assertEquals(1, log.of("ERROR").size());
        Files.delete(folder.resolve("a.jar"));
        look(2);
        assertEquals(List.of("b.jar good 2.0.0 RUNNING"), listed());
        assertEquals(List.of("good 2.0.0"), felix.bundles());
    }

    @Test
    void deployingUnderAnotherFileNameReplacesThePluginAndItsFile() throws Exception {
        Path next = good("2.0.0").at(felix.folder().resolve("good-2.jar"));
        good("1.0.0").at(folder.resolve("good-1.jar"));
        look(2);
        events.clear();
        assertEquals(Plugin.State.RUNNING, match.deploy(next).outcome().state());
        look(3);
        assertEquals(List.of("good-2.jar good 2.0.0 RUNNING"), listed());
        assertTrue(Files.notExists(folder.resolve("good-1.jar")));
        assertEquals(1, events.stream().filter("good STARTED"::equals).count(), events::toString);
        assertEquals(List.of(), log.of("ERROR"));
    }

    @Test
    void deployingWhatDoesNotStartLeavesTheOldFileAndPlugin() throws Exception {
        Path next = TestJar.bundle("good", "2.0.0")
                .activator(Throwing.class)
                .at(felix.folder().resolve("good-2.jar"));
        good("1.0.0").at(folder.resolve("good-1.jar"));
        look(2);
        assertEquals(Plugin.State.FAILED, match.deploy(next).outcome().state());
        look(3);
        assertEquals(List.of("good-1.jar good 1.0.0 RUNNING", "good-2.jar good 2.0.0 FAILED"), listed());
        assertEquals("1.0.0", service());
        match.undeploy("good");
        assertEquals(List.of(), felix.bundles());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aSuccessorTakesOverWhatRunsAndRemovesWhatHasNoFile() throws Exception {
        good("1.0.0").at(folder.resolve("good.jar"));
        TestJar.bundle("orphan", "1.0.0").at(folder.resolve("orphan.jar"));
        TestJar.bundle("changed", "1.0.0").at(folder.resolve("changed.jar"));
        look(2);
        Files.delete(folder.resolve("orphan.jar"));
        TestJar.bundle("changed", "1.1.0").at(folder.resolve("changed.jar"));
        events.clear();
        match = open(folder);
        look(2);
        assertEquals(List.of("changed.jar changed 1.1.0 RUNNING", "good.jar good 1.0.0 RUNNING"), listed());
        assertEquals(List.of("good 1.0.0", "changed 1.1.0"), sorted(felix.bundles()));
        assertTrue(events.stream().noneMatch(e -> e.startsWith("good ")), events::toString);
    }

    @Test
    void whatOtherHandsStoppedIsToldAndDeployStartsItAgain() throws Exception {
        Path file = good("1.0.0").at(felix.folder().resolve("good.jar"));
        match.deploy(file);
        felix.context().getBundle("plugin:good").stop();
        assertEquals(List.of("good.jar good 1.0.0 FAILED"), listed());
        match.deploy(file);
        assertEquals("1.0.0", service());
        felix.context().getBundle("plugin:good").uninstall();
        assertEquals(List.of("good.jar good 1.0.0 FAILED"), listed());
        match.deploy(file);
        assertEquals("1.0.0", service());
    }

    @Test
    void anotherFolderHasOtherPlugins() throws Exception {
        good("1.0.0").at(folder.resolve("good.jar"));
        look(2);
        Path second = Files.createDirectories(felix.folder().resolve("second"));
        TestJar.bundle("other", "1.0.0").at(second.resolve("other.jar"));
        match.configure(Settings.plain(second, Duration.ofMillis(250)));
        look(2);
        assertEquals(List.of("other 1.0.0"), felix.bundles());
    }

    private FolderMatch open(Path where) {
        Settings settings = Settings.plain(where, Duration.ofMillis(250));
        parts = Parts.of(felix.context(), settings, foreign -> {});
        return new FolderMatch(parts.deployments(), parts.previous(), settings, (started, replaces) -> {});
    }

    private void look(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            match.look();
        }
    }

    private List<String> listed() {
        return parts.deployments().all().stream()
                .map(Deployment::plugin)
                .map(p -> p.file() + " " + p.name() + " " + p.version() + " " + p.state())
                .toList();
    }

    private Object service() throws Exception {
        return felix.context()
                .getService(felix.context().getServiceReference(Callable.class))
                .call();
    }

    private static List<String> sorted(List<String> bundles) {
        return bundles.stream().sorted(java.util.Comparator.reverseOrder()).toList();
    }

    private static TestJar good(String version) throws IOException {
        return TestJar.bundle("good", version).activator(Good.class);
    }

    private static String name(int event) {
        return switch (event) {
            case BundleEvent.INSTALLED -> "INSTALLED";
            case BundleEvent.STARTED -> "STARTED";
            case BundleEvent.UPDATED -> "UPDATED";
            default -> "event " + event;
        };
    }
}
