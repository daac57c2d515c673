package pbx.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void whatChangedIsSaidButNoSecret() {
        assertEquals(
                ".password: (not shown) -> (not shown); apiToken: (none) -> (not shown); port: 1 -> 2; server: x -> (none)",
                Difference.of(
                        Map.of("port", "1", ".password", "canary1", "server", "x", "same", "s"),
                        Map.of("port", "2", ".password", "canary2", "apiToken", "canary3", "same", "s"),
                        name -> false));
    }

    @Test
    void aSettingMayBeSecretThoughItsNameDoesNotTell() {
        assertEquals(
                ".password: (not shown) -> (none); apiKey: (not shown) -> (not shown); port: 1 -> 2",
                Difference.of(
                        Map.of("apiKey", "canary1", "port", "1", ".password", "canary2"),
                        Map.of("apiKey", "canary3", "port", "2"),
                        "apiKey"::equals));
    }

    @Test
    void nothingIsSaidOfNothing() {
        assertEquals("", Difference.of(Map.of("a", "b"), Map.of("a", "b"), name -> false));
    }
}
