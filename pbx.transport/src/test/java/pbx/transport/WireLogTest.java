package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.connection.Message;
import pbx.api.connection.Wire;

class WireLogTest {
    private final WireLog log = new WireLog(Clock.systemUTC());
    private final AccountId account = new AccountId("demo");

    @Test
    void whatIsShownHoldsNoSecretNumberOrName() {
        log.add(account, true, Message.of("login", "password", "canary", "sdp", "a=canary", "to", "0891234567"));
        log.add(account, false, Message.of("own-calls", "name", "canary", "from", "0891234567"));
        List<Wire.Line> lines = log.last();
        assertEquals(
                List.of("login", "own-calls"),
                lines.stream().map(Wire.Line::kind).toList());
        for (Wire.Line line : lines) {
            assertFalse(line.text().contains("canary") || line.text().contains("0891234567"), line.text());
        }
    }

    @Test
    void onlyTheLastAreKept() {
        for (int i = 0; i < 600; i++) {
            log.add(account, true, Message.of("m" + i));
        }
        List<Wire.Line> lines = log.last();
        assertEquals(500, lines.size());
        assertEquals("m100", lines.get(0).kind());
    }
}
