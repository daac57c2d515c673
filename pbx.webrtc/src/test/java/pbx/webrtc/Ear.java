package pbx.webrtc;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import pbx.webrtc.AudioEngine.PcmSink;

/** Listens in pieces of 100 ms (or as given) and lets a test wait for one that it wants to hear. */
public final class Ear implements PcmSink {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final int perSecond;
    private short[] piece = new short[0];
    private int filled;
    private Sound latest;
    private long pieces;

    public Ear() {
        this(10);
    }

    /** @param perSecond how many pieces a second */
    public Ear(int perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    public synchronized void take(short[] samples, int rate) {
        if (piece.length != rate / perSecond) {
            piece = new short[rate / perSecond];
            filled = 0;
        }
        for (short sample : samples) {
            piece[filled++] = sample;
            if (filled == piece.length) {
                latest = new Sound(Arrays.copyOf(piece, filled), rate);
                pieces++;
                filled = 0;
                notifyAll();
            }
        }
    }

    /** Waits for a piece that begins after now and is as wanted. */
    public synchronized Sound hear(Predicate<Sound> wanted) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + PATIENCE;
        long from = pieces + 1;
        long seen = pieces;
        while (true) {
            if (pieces > seen) {
                seen = pieces;
                if (seen > from && wanted.test(latest)) {
                    return latest;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException("Not heard in " + pieces + " pieces of sound");
            }
            wait(left);
        }
    }
}
