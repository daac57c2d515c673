package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.plugin.Use;

class PermissionsTest {
    /** Interfaces of the API that are given out or called back by a service, and are none themselves. */
    private static final Set<String> NO_SERVICE = Set.of("FrameListener", "Injection", "Receiver", "Tap");

    @TempDir
    Path folder;

    @Test
    void theDecisionGoesBeforeTheConfigurationAndOutlivesARestart() throws Exception {
        Permissions permissions = permissions("calllog CONTROL", "* connection", "what IS THIS");
        assertFalse(permissions.admits("calllog", Use.CONTROL));
        assertTrue(permissions.admits("calllog", Use.CALLS));
        assertFalse(permissions.admits("calllog", Use.CONNECTION));
        assertTrue(permissions.admits("pbx.callcontrol", Use.CONNECTION), "what is denied to every plugin");
        permissions.decide("calllog", Use.CONTROL, true);
        permissions.decide("calllog", Use.AUDIO, false);
        assertEquals(Set.of(Use.CONNECTION, Use.AUDIO), permissions.denied("calllog"));
        assertEquals(Set.of(Use.AUDIO), permissions().denied("calllog"));
    }

    @Test
    void whatAPluginUsesIsReadFromWhatBndWrites() {
        Attributes manifest = new Attributes();
        manifest.putValue(
                "Provide-Capability",
                "osgi.service;objectClass:List<String>=\"pbx.api.call.CallListener,pbx.api.view.View\";uses:=\"pbx.api.call\"");
        manifest.putValue(
                "Require-Capability",
                "osgi.service;filter:=\"(objectClass=pbx.api.call.Calls)\";effective:=active,"
                        + "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\"");
        assertEquals(Set.of("CallListener", "Calls", "View"), Uses.services(manifest));
        assertEquals(Set.of(Use.CALLS, Use.CONTROL), Uses.of(Uses.services(manifest)));
    }

    @Test
    void noServiceOfTheApiIsForgotten() throws Exception {
        Path api = Path.of(
                Use.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> services = Files.isDirectory(api) ? services(api) : inJar(api);
        assertTrue(services.contains("History") && services.size() > 30, services::toString);
        assertEquals(
                List.of(),
                services.stream()
                        .filter(name -> !Uses.known(name) && !NO_SERVICE.contains(name))
                        .toList(),
                "say in Uses what a plugin uses that uses these");
    }

    private static List<String> inJar(Path jar) throws Exception {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return services(files.getPath("/"));
        }
    }

    private static List<String> services(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.matches("pbx[/\\\\]api[/\\\\].*[A-Z]\\w*[.]class"))
                    .map(name -> name.replaceAll("[/\\\\]", ".").replaceAll("[.]class$", ""))
                    .map(PermissionsTest::loaded)
                    .filter(type -> type.isInterface() && !type.isAnnotation())
                    .map(Class::getSimpleName)
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatCannotBeRefusedToOneConsumerIsNotRunWhereItIsDenied() {
        Set<String> wanted = Set.of("Calls", "Connection", "History", "Plugins", "View");
        assertEquals(Set.of(), Uses.unrefusable(wanted, Set.of(Use.CONTROL, Use.MESSAGES)), "their faces refuse");
        assertEquals(Set.of("Connection"), Uses.unrefusable(wanted, Set.of(Use.CONNECTION)));
        assertEquals(Set.of("Plugins"), Uses.unrefusable(wanted, Set.of(Use.ADMINISTRATION)), "it could allow itself");
    }

    private Permissions permissions(String... denied) {
        return new Permissions(folder, Denials.of(denied), name -> !name.startsWith("pbx."));
    }
}
