package hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

class HelloTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("hello");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void oneLineForACallThatEnded() {
        tell(new Party("601", "Tone"), CallState.ACTIVE, Optional.empty());
        tell(new Party("601", "Tone"), CallState.ENDED, Optional.of("hung up here"));
        assertEquals(List.of("OUT Tone 75 s: hung up here"), logged());
    }

    @Test
    void aHostileNameForgesNoLineAndReachesNoTerminal() {
        tell(new Party("666", "x\r\n12:00 INFO {} forged\u001b[2J\u202e\u2028"), CallState.ENDED, Optional.of("a\nb"));
        assertEquals(List.of("OUT x??12:00 INFO {} forged?[2J?? 75 s: a?b"), logged());
    }

    private void tell(Party remote, CallState state, Optional<String> ended) {
        Instant answered = Instant.parse("2026-01-02T03:04:05Z");
        Call call = new Call(
                new CallId(new AccountId("demo"), "c1"),
                Direction.OUT,
                remote,
                state,
                false,
                false,
                false,
                MediaState.CONNECTED,
                true,
                answered,
                Optional.of(answered),
                ended.map(text -> new Ending(Ending.By.HERE, EndReason.HUNG_UP, text)),
                ended.map(text -> answered.plusMillis(75_300)),
                false,
                "");
        new Hello().callChanged(new CallChange(Optional.empty(), call));
    }

    private List<String> logged() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
