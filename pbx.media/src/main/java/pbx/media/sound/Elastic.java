package pbx.media.sound;

/**
 * Between two clocks that do not agree: what is put in at one's pace is taken out at the other's, played faster or slower by
 * so little that nobody hears it. (The engine's frames come 99.0 to 99.6 times a second, a sound card's 100 times.) Two
 * frames wait as a rule; where there is nothing it is silent until two are there again, where there is too much the oldest go.
 */
public final class Elastic {
    private static final int CAPACITY = 16 * Pcm.FRAME;
    private static final double WANTED = 2.5 * Pcm.FRAME;
    private static final double MOST = 8 * Pcm.FRAME;
    /** How much faster or slower at most: a fiftieth, a third of a semitone. */
    private static final double BEND = 0.02;

    private static final double SMOOTHING = 0.02;

    private final short[] ring = new short[CAPACITY];
    /** Sample numbers since the beginning; the reader's is between samples. */
    private long written;

    private double read;
    private double usual = WANTED;
    private boolean flowing;

    public synchronized void put(short[] samples) {
        for (short sample : samples) {
            ring[(int) (written++ % CAPACITY)] = sample;
        }
        if (written - read > MOST) {
            read = written - WANTED;
            usual = WANTED;
        }
    }

    /** Adds the next samples to {@code frame}; says whether there were any. */
    public synchronized boolean addTo(short[] frame) {
        double waiting = written - read;
        if (!flowing && waiting < WANTED) {
            return false;
        }
        usual += SMOOTHING * (waiting - usual);
        double step = 1 + Math.max(-BEND, Math.min(BEND, (usual - WANTED) / WANTED * BEND * 2));
        flowing = waiting > frame.length * step + 1;
        for (int i = 0; i < frame.length && read + 1 < written; i++, read += step) {
            Pcm.add(frame, i, between(read));
        }
        return true;
    }

    private int between(double position) {
        long before = (long) position;
        double share = position - before;
        short left = ring[(int) (before % CAPACITY)];
        short right = ring[(int) ((before + 1) % CAPACITY)];
        return (int) Math.round(left + share * (right - left));
    }

    /** Forgets what waits. */
    public synchronized void clear() {
        read = written;
        usual = WANTED;
        flowing = false;
    }
}
