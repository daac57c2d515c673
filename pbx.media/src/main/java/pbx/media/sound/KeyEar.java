package pbx.media.sound;

import java.util.function.IntConsumer;

/**
 * Finds keys in sound by their two tones. Voices and single tones are told apart by what a key has and they do not: one row
 * and one column, about as loud as each other, far louder than all others and than everything else together, 30 to 50 ms
 * without a break (compare ITU-T Q.24). A key is told once; it is over after 40 ms without it.
 */
public final class KeyEar {
    /** Samples of which one is made: keys are below 2 kHz, and this is done in every call all the time. */
    private static final int THINNED = 6;

    private static final int RATE = Pcm.RATE / THINNED;
    private static final int WINDOW = 2 * Pcm.FRAME / THINNED;
    private static final int STEP = WINDOW / 4;
    private static final double QUIETEST = 200;
    /** Row against column, as a ratio of amplitudes: 8 dB either way. */
    private static final double TWIST = 2.5;

    private static final double OTHERS = 0.4;
    private static final double SHARE = 0.6;
    /** What a clean key has; at its edges, and where the jitter buffer joins two pieces, it has less. */
    private static final double CLEAN = 0.9;
    /**
     * The engine makes tones of telephone events with the low one 3 dB below the high one (NetEq's generator), and of 100 ms
     * it often plays no more than 40: what looks like these counts twice.
     */
    private static final double ENGINES_LEAST = 0.62;

    private static final double ENGINES_MOST = 0.82;
    /** Points, in at least three windows running: a clean window has two, another one. */
    private static final int BEGINS = 6;

    private static final int LEAST = 3;
    private static final int ENDS = 8;
    private static final int NONE = -1;

    private final IntConsumer told;
    private final short[] window = new short[WINDOW];
    private int candidate = NONE;
    private int running;
    private int points;
    /** Of the window that was looked at last. */
    private int worth;

    private int key = NONE;
    private int missed;

    /** @param told hears each key, on the thread that brings the sound */
    public KeyEar(IntConsumer told) {
        this.told = told;
    }

    /** The next 10 ms. */
    public void hear(short[] frame) {
        if (frame.length != Pcm.FRAME) {
            return;
        }
        for (int from = 0; from < frame.length; from += STEP * THINNED) {
            System.arraycopy(window, STEP, window, 0, WINDOW - STEP);
            thin(frame, from);
            look();
        }
    }

    private void thin(short[] frame, int from) {
        for (int i = WINDOW - STEP, at = from; i < WINDOW; i++) {
            int sum = 0;
            for (int end = at + THINNED; at < end; at++) {
                sum += frame[at];
            }
            window[i] = (short) (sum / THINNED);
        }
    }

    private void look() {
        int now = key();
        running = now == candidate ? running + 1 : 1;
        points = now == candidate ? points + worth : worth;
        candidate = now;
        missed = now == key ? 0 : missed + 1;
        if (key != NONE && missed >= ENDS) {
            key = NONE;
        }
        if (key == NONE && now != NONE && running >= LEAST && points >= BEGINS) {
            key = now;
            missed = 0;
            told.accept(Keys.ALL.charAt(now));
        }
    }

    private int key() {
        double power = 0;
        for (short sample : window) {
            power += (double) sample * sample;
        }
        if (power / WINDOW < QUIETEST * QUIETEST) {
            return NONE;
        }
        double[] rows = amplitudes(Keys.ROWS);
        int row = strongest(rows);
        if (!alone(rows, row)) {
            return NONE;
        }
        double[] columns = amplitudes(Keys.COLUMNS);
        int column = strongest(columns);
        double low = rows[row];
        double high = columns[column];
        boolean both = Math.min(low, high) > QUIETEST && low < TWIST * high && high < TWIST * low;
        double share = (low * low + high * high) / 2 / (power / WINDOW);
        boolean engines = low > ENGINES_LEAST * high && low < ENGINES_MOST * high;
        worth = (share > CLEAN ? 2 : 1) * (engines ? 2 : 1);
        return both && alone(columns, column) && share > SHARE ? 4 * row + column : NONE;
    }

    private double[] amplitudes(int[] tones) {
        double[] all = new double[tones.length];
        for (int i = 0; i < tones.length; i++) {
            all[i] = amplitude(tones[i]);
        }
        return all;
    }

    /** Goertzel's way to one frequency. */
    private double amplitude(int hertz) {
        double factor = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double last = 0;
        double beforeLast = 0;
        for (short sample : window) {
            double now = sample + factor * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        double power = last * last + beforeLast * beforeLast - factor * last * beforeLast;
        return 2 * Math.sqrt(Math.max(0, power)) / WINDOW;
    }

    private static int strongest(double[] amplitudes) {
        int best = 0;
        for (int i = 1; i < amplitudes.length; i++) {
            best = amplitudes[i] > amplitudes[best] ? i : best;
        }
        return best;
    }

    private static boolean alone(double[] amplitudes, int best) {
        for (int i = 0; i < amplitudes.length; i++) {
            if (i != best && amplitudes[i] > OTHERS * amplitudes[best]) {
                return false;
            }
        }
        return true;
    }
}
