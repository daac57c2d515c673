package pbx.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecondsTest {
    @Test
    void aRoundThatFailsIsNotTheLast() {
        Cranked writer = new Cranked();
        // without calls nothing is read, and nothing sounds
        SessionBoard board = new SessionBoard(null, null, null, change -> {});
        Tones tones = new Tones(null, Configured.with(Map.of()), call -> Optional.empty());
        AtomicInteger rounds = new AtomicInteger();
        new Seconds(null, writer, null, null, tones, change -> {}).begin(board, () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("meant");
            }
        });
        assertThrows(IllegalStateException.class, writer::turn);
        writer.turn();
        writer.turn();
        assertEquals(3, rounds.get());
    }
}
