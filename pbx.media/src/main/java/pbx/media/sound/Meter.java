package pbx.media.sound;

/** Loudness over the last tenth of a second. Written by one thread, read by any; nobody waits. */
public final class Meter {
    private static final int FRAMES = 10;
    private static final long STALE_NS = 300_000_000;

    private double sum;
    private int frames;
    private volatile double level;
    private volatile long at = System.nanoTime();
    private volatile long loudAt = Long.MIN_VALUE;

    public void add(short[] frame) {
        double power = 0;
        for (short sample : frame) {
            power += (double) sample * sample;
        }
        sum += power / Math.max(1, frame.length);
        if (++frames == FRAMES) {
            level = Math.sqrt(sum / FRAMES) / Short.MAX_VALUE;
            at = System.nanoTime();
            loudAt = level > 0.001 ? at : loudAt;
            sum = 0;
            frames = 0;
        }
    }

    /** 0 to 1; 0 when nothing came for a while. */
    public double level() {
        return System.nanoTime() - at > STALE_NS ? 0 : Math.min(1, level);
    }

    /** Whether anything but silence came in the last so many ms. */
    public boolean heardWithin(long ms) {
        return loudAt != Long.MIN_VALUE && System.nanoTime() - loudAt < ms * 1_000_000;
    }
}
