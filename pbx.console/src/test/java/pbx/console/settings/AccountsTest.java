package pbx.console.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final Admin admin = new Admin()
            .with(
                    "pbx.account~demo",
                    Map.of("server", "https://a", ".password", "canary", "service.pid", "pbx.account~demo"));
    private final Accounts accounts = new Accounts(admin.service());

    @Test
    void anEmptySecretIsTheOneThatIsThere() throws IOException {
        assertEquals(
                Map.of("server", "https://a", ".password", "canary", "tenant", "t"),
                accounts.merged("demo", Map.of("server", "https://a", ".password", "", "tenant", "t")));
        assertEquals("new", accounts.merged("demo", Map.of(".password", "new")).get(".password"));
    }

    @Test
    void noStoredSecretGoesToAnotherServer() throws IOException {
        assertEquals(
                Map.of("server", "https://evil"),
                accounts.merged("demo", Map.of("server", "https://evil", ".password", "")));
    }

    @Test
    void whatIsWrongIsNotSet() {
        accounts.check = (pid, values) -> List.of(pid + ": no");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> accounts.put("demo", Map.of("server", "https://b")));
        assertEquals("pbx.account: no", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> accounts.put("../x", Map.of()));
        assertEquals("https://a", admin.kept.get("pbx.account~demo").get("server"));
    }

    @Test
    void anAccountMayHaveBeenNamedByAFileOrByFelix() throws IOException {
        for (String pid : List.of("pbx.account~front-desk", "pbx.account.0b3c-77")) {
            admin.with(pid, Map.of("server", "https://a"));
            accounts.put(pid.substring("pbx.account.".length()), Map.of("record", "masked"));
            assertEquals("masked", admin.kept.get(pid).get("record"));
        }
        assertEquals(3, admin.kept.size(), "and no second one beside it");
    }

    @Test
    void aTypedSecretIsKeptSealedAndAReferenceAsItIs() throws IOException {
        accounts.put("demo", Map.of("server", "https://a", ".password", "typed"));
        String kept = admin.kept.get("pbx.account~demo").get(".password").toString();
        assertTrue(kept.startsWith("sealed:") && !kept.contains("typed"), kept);
        accounts.put("demo", Map.of("server", "https://a", ".password", ""));
        assertEquals(kept, admin.kept.get("pbx.account~demo").get(".password"), "and is not sealed twice");
        accounts.put("demo", Map.of("server", "https://a", ".password", "env:PBX_PASSWORD"));
        assertEquals("env:PBX_PASSWORD", admin.kept.get("pbx.account~demo").get(".password"));
    }

    @Test
    void accountsComeAndGo() throws IOException {
        accounts.put("new", Map.of("server", "https://n"));
        assertEquals(
                List.of("demo", "new"),
                accounts.list().stream().map(Accounts.Settings::name).toList());
        accounts.remove("demo");
        assertTrue(accounts.find("demo").isEmpty());
    }
}
