package pbx.media.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    @ParameterizedTest
    @CsvSource({"8000,48000", "16000,48000", "48000,16000", "44100,48000", "48000,8000"})
    void aToneStaysTheSameAndNothingElseAppears(int from, int to) {
        short[] all = resampled(new Sine(1_000, from, 8_000), from, to);
        assertEquals(to, all.length, to / 100.0);
        short[] settled = Arrays.copyOfRange(all, to / 5, to / 5 + to / 2);
        assertEquals(8_000, Sine.amplitude(settled, to, 1_000), 200);
        double power = 0;
        for (short sample : settled) {
            power += (double) sample * sample;
        }
        double rest = power / settled.length - 8_000.0 * 8_000 / 2;
        assertTrue(Math.abs(rest) < 0.05 * 8_000 * 8_000 / 2, "mirror images: " + rest);
    }

    @Test
    void whatTheLowerRateCannotHoldIsTakenAwayAndNotFolded() {
        short[] all = resampled(new Sine(11_000, 48_000, 8_000), 48_000, 16_000);
        assertTrue(Sine.amplitude(Arrays.copyOfRange(all, 4_000, 12_000), 16_000, 5_000) < 100);
    }

    @Test
    void theSameRateIsTheSameSound() {
        short[] samples = new Sine(440, 48_000, 100).next(480);
        assertArrayEquals(samples, new Resampler(48_000, 48_000).of(samples));
    }

    /** A second of it, in frames. */
    private static short[] resampled(Sine tone, int from, int to) {
        Resampler resampler = new Resampler(from, to);
        short[] all = new short[0];
        for (int i = 0; i < 100; i++) {
            short[] more = resampler.of(tone.next(from / 100));
            int at = all.length;
            all = Arrays.copyOf(all, at + more.length);
            System.arraycopy(more, 0, all, at, more.length);
        }
        return all;
    }
}
