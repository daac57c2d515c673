package pbx.simulator.sound;

import java.util.concurrent.atomic.AtomicLong;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;

/**
 * Carries one leg's voice from the native thread that hears it to the native threads that play it. One writer, any number of
 * readers, no lock. They run on clocks of their own: a reader that lags skips the oldest frames, one that is ahead plays
 * silence, so the delay stays small. A reader that sleeps for 100 ms in the middle of a frame may play a torn one.
 */
public final class Ring implements PcmSink {
    private static final int SLOTS = 16;
    private static final int MOST_BEHIND = 5;

    private final short[][] slots = new short[SLOTS][Frames.SAMPLES];
    private final AtomicLong written = new AtomicLong();
    private final Resampler resampler = new Resampler();
    private volatile PcmSink tap = (samples, rate) -> {};

    @Override
    public void take(short[] samples, int rate) {
        long at = written.get();
        short[] slot = slots[(int) (at % SLOTS)];
        resampler.stretch(samples, slot);
        written.set(at + 1);
        tap.take(slot, Frames.RATE);
    }

    /** From now on every frame goes here as well, at 48 kHz, on the writer's thread. */
    public void tap(PcmSink newTap) {
        tap = newTap;
    }

    /** What is said from now on, for one listener. */
    public PcmSource reader() {
        return new Reader(written.get());
    }

    private final class Reader implements PcmSource {
        private long at;

        Reader(long from) {
            at = from;
        }

        @Override
        public void fill(short[] frame) {
            long end = written.get();
            if (at == end) {
                return;
            }
            if (end - at > MOST_BEHIND) {
                at = end - 2;
            }
            short[] slot = slots[(int) (at % SLOTS)];
            System.arraycopy(slot, 0, frame, 0, Math.min(frame.length, slot.length));
            at++;
        }
    }
}
