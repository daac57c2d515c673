package pbx.simulator.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoundTest {
    private final Ring ring = new Ring();

    @Test
    void framesComeOutInOrderAndThenSilence() {
        for (int value = 1; value <= 3; value++) {
            ring.take(frame(480, value), 48_000);
        }
        assertEquals(1, next());
        assertEquals(2, next());
        assertEquals(3, next());
        assertEquals(0, next());
    }

    @Test
    void aSlowReaderSkipsTheOldestSoThatTheDelayStaysSmall() {
        for (int value = 1; value <= 6; value++) {
            ring.take(frame(480, value), 48_000);
        }
        assertEquals(5, next());
        assertEquals(6, next());
    }

    @Test
    void aFullRingLosesTheNewest() {
        for (int value = 1; value <= 20; value++) {
            ring.take(frame(480, value), 48_000);
        }
        assertEquals(7, next());
        assertEquals(8, next());
        assertEquals(0, next());
    }

    @Test
    void speechAtEightKilohertzIsStretchedByStraightLines() {
        short[] ramp = new short[80];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (short) ((i + 1) * 60);
        }
        ring.take(ramp, 8_000);
        short[] out = new short[480];
        ring.fill(out);
        for (int i = 0; i < out.length; i++) {
            assertEquals((i + 1) * 10, out[i]);
        }
    }

    @Test
    void theToneHasItsPitchAndLoudness() {
        Tone tone = Tone.steady(440, 8_000);
        int crossings = 0;
        int peak = 0;
        short last = 0;
        short[] frame = new short[480];
        for (int i = 0; i < 100; i++) {
            tone.fill(frame);
            for (short sample : frame) {
                crossings += last < 0 && sample >= 0 ? 1 : 0;
                peak = Math.max(peak, Math.abs(sample));
                last = sample;
            }
        }
        assertEquals(440, crossings, 1);
        assertTrue(peak > 7_950 && peak <= 8_000, "peak " + peak);
    }

    @Test
    void theHoldToneIsSoftAndPauses() {
        Tone tone = Tone.hold();
        int loud = 0;
        short[] frame = new short[480];
        for (int i = 0; i < 300; i++) {
            tone.fill(frame);
            boolean sounds = false;
            for (short sample : frame) {
                sounds |= sample != 0;
                assertTrue(Math.abs(sample) <= 900);
            }
            loud += sounds ? 1 : 0;
        }
        assertEquals(25, loud);
    }

    private int next() {
        short[] out = new short[480];
        ring.fill(out);
        return out[0];
    }

    private static short[] frame(int samples, int value) {
        short[] frame = new short[samples];
        Arrays.fill(frame, (short) value);
        return frame;
    }
}
