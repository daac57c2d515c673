package pbx.simulator.sound;

import java.io.ByteArrayOutputStream;
import pbx.webrtc.AudioEngine.PcmSink;

/** Keeps up to a minute of speech at 8 kHz. Takes 48 kHz. */
public final class Recorder implements PcmSink {
    private static final int STEP = Frames.RATE / Speech.RATE;
    private static final int MOST_BYTES = 60 * Speech.RATE * 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void take(short[] samples, int rate) {
        for (int i = 0; i + STEP <= samples.length && bytes.size() < MOST_BYTES; i += STEP) {
            int sum = 0;
            for (int k = 0; k < STEP; k++) {
                sum += samples[i + k];
            }
            int value = sum / STEP;
            bytes.write(value);
            bytes.write(value >> 8);
        }
    }

    /** What it has so far. */
    public synchronized Speech speech() {
        return new Speech(bytes.toByteArray());
    }
}
