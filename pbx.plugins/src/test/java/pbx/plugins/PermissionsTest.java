package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.plugin.Use;

class PermissionsTest {
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

    private Permissions permissions(String... denied) {
        return new Permissions(folder, Denials.of(denied), name -> !name.startsWith("pbx."));
    }
}
