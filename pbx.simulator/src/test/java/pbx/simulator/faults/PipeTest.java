package pbx.simulator.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.simulator.CrankedLoop;
import pbx.simulator.faults.Fault.Direction;
import pbx.simulator.faults.Fault.Kind;

class PipeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CrankedLoop loop = new CrankedLoop();
    private final Faults faults = new Faults(loop);
    private final List<String> arrived = new ArrayList<>();
    private final Pipe pipe = faults.pipe("45", Direction.OUT, arrived::add);

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void withoutFaultsAllArrivesInOrder() {
        send("a", "b", "c");
        assertEquals(List.of("a", "b", "c"), arrived);
        assertTrue(pipe.clear());
    }

    @Test
    void whatIsDroppedNeverArrives() {
        fault("45", Kind.DROP, 100);
        assertFalse(pipe.clear());
        send("a", "b");
        assertEquals(List.of(), arrived);
        faults.heal("45");
        send("c");
        assertEquals(List.of("c"), arrived);
    }

    @Test
    void aPartIsDroppedAndTheSameOneEachTime() {
        fault("45", Kind.DROP, 30);
        send(IntStream.range(0, 1000).mapToObj(Integer::toString).toArray(String[]::new));
        assertTrue(arrived.size() > 640 && arrived.size() < 760, arrived.size() + " of 1000 came through");
        List<String> again = new ArrayList<>();
        Faults others = new Faults(loop);
        others.add("45", new Fault(Kind.DROP, Direction.BOTH, 30, SECOND));
        Pipe twin = others.pipe("45", Direction.OUT, again::add);
        IntStream.range(0, 1000).mapToObj(Integer::toString).forEach(twin::pass);
        assertEquals(arrived, again);
    }

    @Test
    void twice() {
        fault("*", Kind.DUPLICATE, 100);
        send("a");
        assertEquals(List.of("a", "a"), arrived);
    }

    @Test
    void later() {
        fault("45", Kind.DELAY, 100);
        send("a", "b");
        loop.advance(Duration.ofMillis(999));
        assertEquals(List.of(), arrived);
        loop.advance(Duration.ofMillis(1));
        assertEquals(List.of("a", "b"), arrived);
    }

    @Test
    void theNextOneFirst() {
        fault("45", Kind.REORDER, 100);
        send("a", "b", "c");
        assertEquals(List.of("b", "a"), arrived, "c waits for one to overtake it");
        loop.advance(SECOND);
        assertEquals(List.of("b", "a", "c"), arrived);
    }

    @Test
    void somethingElse() {
        fault("45", Kind.CORRUPT, 100);
        for (int i = 0; i < 100; i++) {
            send("{\"action\":\"ringtones\"}");
        }
        assertEquals(100, arrived.size());
        assertNotEquals(
                100,
                arrived.stream()
                        .filter(frame -> frame.equals("{\"action\":\"ringtones\"}"))
                        .count());
    }

    @Test
    void othersAndTheOtherDirectionAreSpared() {
        fault("44", Kind.DROP, 100);
        faults.add("45", new Fault(Kind.DROP, Direction.IN, 100, SECOND));
        send("a");
        assertEquals(List.of("a"), arrived);
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> fault("45", Kind.DROP, 0));
        assertThrows(IllegalArgumentException.class, () -> fault("45", Kind.DROP, 101));
    }

    private void fault(String extension, Kind kind, int percent) {
        faults.add(extension, new Fault(kind, Direction.BOTH, percent, SECOND));
    }

    private void send(String... frames) {
        List.of(frames).forEach(pipe::pass);
    }
}
