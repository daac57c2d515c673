package pbx.simulator.sound;

import java.util.concurrent.atomic.AtomicLong;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;

/**
 * Carries one leg's voice from the native thread that hears it to the native thread that plays it. One writer, one reader, no
 * lock. The two run on clocks of their own: a writer that is ahead loses its newest frame, a reader that lags skips the oldest,
 * a reader that is ahead plays silence, so the delay stays under {@value #SLOTS} frames.
 */
public final class Ring implements PcmSink, PcmSource {
    private static final int SLOTS = 8;
    private static final int MOST_BEHIND = 5;

    private final short[][] slots = new short[SLOTS][Frames.SAMPLES];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final Resampler resampler = new Resampler();

    @Override
    public void take(short[] samples, int rate) {
        long at = written.get();
        if (at - read.get() < SLOTS) {
            resampler.stretch(samples, slots[(int) (at % SLOTS)]);
            written.set(at + 1);
        }
    }

    @Override
    public void fill(short[] frame) {
        long end = written.get();
        long at = read.get();
        if (at == end) {
            return;
        }
        if (end - at > MOST_BEHIND) {
            at = end - 2;
        }
        short[] slot = slots[(int) (at % SLOTS)];
        System.arraycopy(slot, 0, frame, 0, Math.min(frame.length, slot.length));
        read.set(at + 1);
    }
}
