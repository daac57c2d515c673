package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pbx.api.plugin.Plugin;
import pbx.plugins.sample.Erring;
import pbx.plugins.sample.Good;
import pbx.plugins.sample.Throwing;

/** Each kind of broken jar: told once, in one line, and nobody else is harmed. */
class BrokenJarTest {
    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    static Stream<Arguments> kinds() throws IOException {
        byte[] good = TestJar.bundle("bad", "1.0.0").activator(Good.class).bytes();
        return Stream.of(
                kind("empty", new byte[0], "it is no readable jar: copy it again"),
                kind("text", "hello".getBytes(StandardCharsets.UTF_8), "it is no readable jar: copy it again"),
                kind("cut off", Arrays.copyOf(good, good.length - 30), "it is no readable jar: copy it again"),
                kind("plain jar", new TestJar().bytes(), "its manifest has no valid Bundle-SymbolicName"),
                kind("hostile name", TestJar.bundle("../../x", "1").bytes(), "no valid Bundle-SymbolicName"),
                kind("bad version", TestJar.bundle("bad", "one").bytes(), "its Bundle-Version is no version: "),
                kind(
                        "fragment",
                        TestJar.bundle("bad", "1").with("Fragment-Host", "x").bytes(),
                        "it is a fragment"),
                kind(
                        "framework",
                        TestJar.bundle("system.bundle", "1").bytes(),
                        "the platform itself has a bundle called"),
                kind(
                        "felix",
                        TestJar.bundle("org.apache.felix.framework", "1").bytes(),
                        "the platform itself has a bundle"),
                kind(
                        "import",
                        TestJar.bundle("bad", "1")
                                .with("Import-Package", "no.such;version=\"[1.2,2)\"")
                                .bytes(),
                        "it imports the package no.such (version from 1.2.0, below 2.0.0), which the platform does not have"),
                kind(
                        "requirement",
                        TestJar.bundle("bad", "1")
                                .with("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                                .bytes(),
                        "it requires osgi.ee (&(osgi.ee=JavaSE)(version=99)), which the platform does not have"),
                kind(
                        "activator throws",
                        TestJar.bundle("bad", "1").activator(Throwing.class).bytes(),
                        "its start failed: java.lang.IllegalStateException: no"),
                kind(
                        "activator errs",
                        TestJar.bundle("bad", "1").activator(Erring.class).bytes(),
                        "its start failed: java.lang.NoClassDefFoundError: lost/Library"),
                kind(
                        "no activator",
                        TestJar.bundle("bad", "1")
                                .with("Bundle-Activator", "no.Such")
                                .bytes(),
                        "java.lang.ClassNotFoundException: no.Such"));
    }

    private static Arguments kind(String name, byte[] bytes, String problem) {
        return Arguments.argumentSet(name, bytes, problem);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isToldOnceAndTriedAgainOnlyWithOtherBytes(byte[] bytes, String problem) throws IOException {
        Path folder = Files.createDirectories(felix.folder().resolve("plugins"));
        Settings settings = Settings.plain(folder, Duration.ofMillis(250));
        Parts parts = Parts.of(felix.context(), settings, foreign -> {});
        FolderMatch match = new FolderMatch(parts.deployments(), parts.previous(), settings, (now, replaces) -> {});
        Files.write(folder.resolve("bad.jar"), bytes);
        TestJar.bundle("other", "1.0.0").activator(Good.class).at(folder.resolve("other.jar"));
        look(match, 20);
        Plugin bad = parts.deployments().all().get(0).plugin();
        assertEquals(Plugin.State.FAILED, bad.state());
        assertTrue(bad.problem().orElse("").contains(problem), bad::toString);
        assertEquals(1, log.of("ERROR").size(), () -> log.of("ERROR").toString());
        assertTrue(log.of("ERROR").get(0).startsWith("plugin file bad.jar does not run: "));
        assertTrue(log.of("ERROR").get(0).chars().noneMatch(Character::isISOControl));
        assertEquals(List.of("other 1.0.0"), felix.bundles());

        TestJar.bundle("mended", "1.0.0").at(folder.resolve("bad.jar"));
        look(match, 2);
        assertEquals("mended", parts.deployments().all().get(0).name());
        assertEquals(List.of("other 1.0.0", "mended 1.0.0"), felix.bundles());
    }

    private static void look(FolderMatch match, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            match.look();
        }
    }
}
