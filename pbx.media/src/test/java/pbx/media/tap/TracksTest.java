package pbx.media.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pbx.media.sound.Sine;

/** Both sides stay in step, whatever is missing. */
class TracksTest {
    private static final int RATE = 16_000;

    private final Tracks tracks = new Tracks(0);
    private final Sine said = new Sine(440, 48_000, 8_000);
    private final Sine heard = new Sine(620, 48_000, 8_000);

    @Test
    void leftIsThisSideAndRightTheFarEnd() {
        short[][] both = second(0, true, true);
        assertEquals(RATE, both[0].length, 50);
        assertEquals(both[0].length, both[1].length);
        assertEquals(8_000, Sine.amplitude(both[0], RATE, 440), 300);
        assertTrue(Sine.amplitude(both[0], RATE, 620) < 100);
        assertEquals(8_000, Sine.amplitude(both[1], RATE, 620), 300);
    }

    @Test
    void aSilentSideKeepsStepWithTheOther() {
        int before = second(0, true, true)[0].length;
        short[][] alone = second(1_000, true, false);
        assertEquals(2 * RATE, before + alone[0].length, 100);
        assertTrue(Sine.amplitude(alone[1], RATE, 620) < 100);
        short[][] again = second(2_000, true, true);
        assertEquals(again[0].length, again[1].length);
        assertEquals(8_000, Sine.amplitude(again[1], RATE, 620), 400);
    }

    @Test
    void whereNothingComesTheMachinesClockCounts() {
        second(0, true, true);
        int silence = second(1_000, false, false)[0].length + second(2_000, false, false)[0].length;
        assertEquals(2 * RATE, silence, 500);
    }

    @Test
    void whatIsMissingSinceTheFileWasWrittenIsSilence() {
        Tracks next = new Tracks(10_000);
        assertEquals(3 * RATE, next.take(13_000)[0].length);
    }

    private short[][] second(long fromMs, boolean here, boolean there) {
        for (int i = 0; i < 100; i++) {
            if (here) {
                tracks.put(false, said.next(480), fromMs + 10L * i + 10);
            }
            if (there) {
                tracks.put(true, heard.next(480), fromMs + 10L * i + 10);
            }
        }
        return tracks.take(fromMs + 1_000);
    }
}
