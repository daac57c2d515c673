package pbx.itest;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import pbx.webrtc.AudioEngine;

/** Records what one end of a call hears, and when each frame came. It reads nothing while it records. */
final class SwapEar implements AudioEngine.PcmSink {
    private static final int SECONDS = 10;
    private static final long PATIENCE_MS = 15_000;

    private short[] samples = new short[SECONDS * SwapCode.RATE];
    private int filled;
    private final SwapPace pace = new SwapPace();
    private int frames;

    @Override
    public synchronized void take(short[] heard, int rate) {
        pace.frame();
        if (filled + heard.length > samples.length) {
            samples = Arrays.copyOf(samples, 2 * samples.length);
        }
        System.arraycopy(heard, 0, samples, filled, heard.length);
        filled += heard.length;
        frames++;
        notifyAll();
    }

    /** Forgets what it heard until now. */
    synchronized void begin() {
        filled = 0;
        frames = 0;
        pace.begin();
    }

    /** Until so many frames of 10 ms have come from now on. */
    synchronized void hear(int more) throws InterruptedException {
        int wanted = frames + more;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (frames < wanted) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("only " + (more - wanted + frames) + " of " + more + " frames came");
            }
            wait(left);
        }
    }

    synchronized short[] samples() {
        return Arrays.copyOf(samples, filled);
    }

    SwapPace pace() {
        return pace;
    }
}
