package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.connection.Dialect;

class AccountTest {
    private static final String PIN = "AB:".repeat(31) + "AB";

    @Test
    void anythingWrongIsSaidInWordsThatNameTheSettingAndTheFile() {
        assertFault("the setting tenant is empty", "tenant", "");
        assertFault("the setting .password is empty", "_password", "");
        assertEquals(
                Optional.empty(), account("server", "replay:x", "_password", "").fault(), "a recording asks for none");
        assertFault("must begin with https", "server", "ftp://x");
        assertFault("no SHA-256", "pin", "12");
        assertFault("exclude each other", "pin", PIN, "trust", "x.pem");
        assertFault("auto, legacy or modern", "dialect", "old");
        assertFault("two letters, for example DE", "country", "Germany");
        assertFault("off, masked or full", "record", "yes");
        assertFault("token.url", "token_url", "broker");
        assertFault("node=true", "admin", "root", "_adminPassword", "top");
    }

    @Test
    void noPasswordEverGoesOverAnOpenWire() {
        assertFault("plain http to another machine", "server", "http://192.0.2.1");
        assertFault("plain http to another machine", "server", "http://192.0.2.1", "insecure", true);
        assertFault("plain http to another machine", "server", "http://192.0.2.1", "token_command", "x");
        assertFault(
                "plain http to another machine",
                "server",
                "http://192.0.2.1",
                "insecure",
                true,
                "node",
                true,
                "admin",
                "root");
        assertFault("token.url", "token_url", "http://192.0.2.1/token");
        Account allowed = account("server", "http://192.0.2.1", "insecure", true, "token_command", "x y");
        assertEquals(Optional.empty(), allowed.fault());
        assertFalse(allowed.secure(), "shown as not secure");
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 67.0.5, LEGACY",
        "auto, 68.9, LEGACY",
        "auto, 69, MODERN",
        "auto, 70.1, MODERN",
        "auto, , LEGACY",
        "auto, ..., LEGACY",
        "auto, 99999999999999.1, LEGACY",
        "legacy, 70.1, LEGACY",
        "modern, 67, MODERN",
        "modern, , MODERN",
        "'', 70.3, MODERN"
    })
    void theDialectIsAsSetOrAsTheVersionSays(String setting, String version, Dialect dialect) {
        assertEquals(dialect, account("dialect", setting).dialect(Optional.ofNullable(version)));
    }

    @Test
    void aSecretMayBeKeptElsewhere(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "CANARY-1\n");
        Account account = account("_password", "file:" + file);
        assertEquals(new Credentials.Password("CANARY-1"), account.credentials());
        assertFalse((account + " " + account.credentials()).contains("CANARY"));
        assertFault("the setting .password refers to env:PBX_NO_SUCH", "_password", "env:PBX_NO_SUCH");
        assertFault("the setting .password refers to file:" + folder, "_password", "file:" + folder);
        Files.writeString(file, "CANARY-2".repeat(10_000));
        Account tooLarge = account("_password", "file:" + file);
        assertFalse(tooLarge.toString().contains("CANARY"), tooLarge.toString());
        assertFalse(tooLarge.fault().orElseThrow().contains("CANARY"));
    }

    @Test
    void secretsAreNeverPrinted() {
        Account account = account("_password", "hunter2");
        assertFalse((account + " " + account.credentials()).contains("hunter2"));
        Account admin = account("node", true, "admin", "root", "_adminPassword", "hunter2");
        assertInstanceOf(Credentials.Admin.class, admin.credentials());
        assertFalse(admin.credentials().toString().contains("hunter2"));
    }

    @Test
    void onlyWhatMattersForTheSocketReconnects() {
        assertEquals("DE", account("country", " de ").country());
        assertTrue(account()
                .sameSession(account("country", "DE", "useragent", "x", "dialect", "modern", "record", "full")));
        assertFalse(account().sameSession(account("_password", "other")));
        assertFalse(account().sameSession(account("pin", PIN)));
        assertFalse(account().sameSession(account("tenant", "")));
    }

    private static Account account(Object... settings) {
        return Desk.account(Desk.settings(1, settings));
    }

    private static void assertFault(String words, Object... settings) {
        String fault = account(settings).fault().orElse("none");
        assertTrue(fault.contains(words) && fault.contains("(conf/pbx.account-test.cfg)"), fault);
    }
}
