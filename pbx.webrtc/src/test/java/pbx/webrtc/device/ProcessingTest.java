package pbx.webrtc.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioDevices.Processing;

/** What a desk without a headset does to a voice, and what is left of it. */
class ProcessingTest {
    private static final int FRAMES = 500;
    private static final int SETTLED = 300;
    /** From the speaker to the microphone, in frames. */
    private static final int DELAY = 4;

    private final Random random = new Random(5);
    private final NativeDevices devices = new NativeDevices(null);

    @Test
    void theEchoOfTheFarEndIsTakenAway() throws Exception {
        short[][] said = new short[FRAMES][];
        double heard = 0;
        double left = 0;
        try (Processing processing = devices.processing(true, false, false)) {
            for (int i = 0; i < FRAMES; i++) {
                said[i] = voice(i);
                processing.far(said[i]);
                short[] near = half(said[Math.max(0, i - DELAY)]);
                double before = energy(near);
                processing.near(near);
                if (i > SETTLED) {
                    heard += before;
                    left += energy(near);
                }
            }
        }
        double gone = 10 * Math.log10(heard / Math.max(1, left));
        assertTrue(gone > 20, () -> gone + " dB of the echo are gone");
    }

    @Test
    void noiseIsMadeQuieter() throws Exception {
        double heard = 0;
        double left = 0;
        try (Processing processing = devices.processing(false, true, false)) {
            for (int i = 0; i < FRAMES; i++) {
                short[] near = noise(1_000);
                double before = energy(near);
                processing.near(near);
                if (i > SETTLED) {
                    heard += before;
                    left += energy(near);
                }
            }
        }
        double gone = 10 * Math.log10(heard / Math.max(1, left));
        assertTrue(gone > 8, () -> gone + " dB of the noise are gone");
    }

    @Test
    void onceClosedItDoesNothing() throws Exception {
        Processing processing = devices.processing(true, true, true);
        processing.close();
        processing.close();
        short[] frame = noise(1_000);
        short[] before = frame.clone();
        processing.far(frame);
        processing.near(frame);
        assertArrayEquals(before, frame);
    }

    /** Noise in syllables, five a second. */
    private short[] voice(int frame) {
        return noise(frame % 20 < 12 ? 6_000 : 60);
    }

    private short[] noise(int amplitude) {
        short[] frame = new short[480];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (random.nextInt(2 * amplitude) - amplitude);
        }
        return frame;
    }

    private static short[] half(short[] frame) {
        short[] half = new short[frame.length];
        for (int i = 0; i < frame.length; i++) {
            half[i] = (short) (frame[i] / 2);
        }
        return half;
    }

    private static double energy(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return sum;
    }
}
