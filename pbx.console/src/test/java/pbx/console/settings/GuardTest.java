package pbx.console.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.webconsole.spi.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import pbx.api.settings.Secret;
import pbx.api.settings.SettingsCheck;
import pbx.audit.AuditFile;
import pbx.console.security.Trail;

class GuardTest {
    private static final String PID = "pbx.account~demo";

    /** What calls .password and apiKey secret, and a server that is bad wrong. */
    private static final SettingsCheck CHECK = new SettingsCheck() {
        @Override
        public List<String> objections(String pid, Map<String, Object> values) {
            boolean bad = pid.equals("pbx.account") && values.get("server").equals("bad");
            return bad ? List.of("server is bad") : List.of();
        }

        @Override
        public Set<String> secrets(String pid) {
            return pid.startsWith("pbx.account") || pid.startsWith("org.plugin")
                    ? Set.of(".password", "apiKey")
                    : Set.of();
        }
    };

    @TempDir
    Path folder;

    @Test
    void theWrongIsRefusedAndTheRightIsNotedWithoutSecrets() throws Exception {
        Admin admin = new Admin()
                .with(PID, Map.of("server", "a", ".password", "canary1", "apiKey", "canary3", "names", new String[] {
                    "x", "y"
                }));
        Trail trail = new Trail(new AuditFile(folder.resolve("audit.log"), Clock.systemUTC()));
        Guard guard = new Guard(admin.service(), trail);
        guard.check = CHECK;
        ValidationException refused = assertThrows(
                ValidationException.class,
                () -> guard.updateConfiguration(null, PID, FrameworkUtil.asDictionary(Map.of("server", "bad"))));
        assertEquals("server is bad", refused.getMessage());
        Map<String, Object> given = new HashMap<>(
                Map.of("server", "b", ".password", "canary2", "apiKey", "canary4", "names", new String[] {"x"}));
        guard.updateConfiguration("pbx.account", PID, FrameworkUtil.asDictionary(given));
        assertTrue(given.get(".password").toString().startsWith("sealed:"), given::toString);
        assertEquals("canary2", Secret.reveal(given.get(".password").toString()));
        guard.deleteConfiguration("", PID);
        List<String> lines = Files.readAllLines(folder.resolve("audit.log"));
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("names: x, y -> x; server: a -> b"), lines.get(0));
        assertTrue(lines.get(0).contains("\"who\":\"unknown\""), lines.get(0));
        assertTrue(
                lines.get(1).contains("removed; .password: (not shown) -> (none); apiKey: (not shown)"), lines.get(1));
        assertFalse(lines.toString().contains("canary"), lines::toString);
    }

    @Test
    void whatADefinitionCallsAPasswordIsKeptSealedWhoeverDefinesIt() throws Exception {
        Trail trail = new Trail(new AuditFile(folder.resolve("audit.log"), Clock.systemUTC()));
        Guard guard = new Guard(new Admin().service(), trail);
        guard.check = CHECK;
        for (String pid : List.of("org.plugin", "org.plugin~one", "pbx.account~demo")) {
            Map<String, Object> given = new HashMap<>(Map.of("server", "b", "apiKey", "canary5", ".name", "n"));
            guard.updateConfiguration(null, pid, FrameworkUtil.asDictionary(given));
            assertTrue(given.get("apiKey").toString().startsWith("sealed:"), given::toString);
            assertEquals("canary5", Secret.reveal(given.get("apiKey").toString()));
            assertEquals("b", given.get("server"));
            // a plugin may call anything .name, and nobody would open it for him
            assertEquals(pid.startsWith("pbx."), given.get(".name").toString().startsWith("sealed:"), given::toString);
        }
    }
}
