package pbx.media.sound;

import java.util.Arrays;

/**
 * Another number of samples a second, without the mirror images that a repetition of samples makes (8 kHz of a telephone) nor
 * the folding that leaving some out makes. A windowed sinc in as many phases as the rates ask for; keeps its state between
 * pieces.
 */
public final class Resampler {
    /** Crossings of the sinc on either side. */
    private static final int CROSSINGS = 8;

    private final int up;
    private final int down;
    private final int taps;
    private final double[] filter;
    private short[] history;
    /** Where the next sample comes from, in steps of 1/up of an incoming sample, counted from the history's beginning. */
    private long next;

    public Resampler(int from, int to) {
        int common = gcd(from, to);
        up = to / common;
        down = from / common;
        double cutoff = Math.min(1, (double) to / from) * 0.94;
        taps = (int) Math.ceil(CROSSINGS / cutoff) * 2;
        filter = filter(cutoff);
        history = new short[taps + 1];
    }

    private double[] filter(double cutoff) {
        double[] all = new double[taps * up];
        double middle = all.length / 2.0;
        for (int i = 0; i < all.length; i++) {
            double x = (i - middle) / up;
            double sinc = x == 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
            double window = 0.5 + 0.5 * Math.cos(2 * Math.PI * (i - middle) / all.length);
            all[i] = cutoff * sinc * window;
        }
        return all;
    }

    /** The same sound at the other rate; what is not complete yet comes with the next piece. */
    public short[] of(short[] samples) {
        if (up == down) {
            return samples.clone();
        }
        short[] all = Arrays.copyOf(history, history.length + samples.length);
        System.arraycopy(samples, 0, all, history.length, samples.length);
        long end = (long) (all.length - taps - 1) * up;
        short[] result = new short[(int) Math.max(0, (end - next + down - 1) / down)];
        for (int i = 0; i < result.length; i++, next += down) {
            result[i] = at(all, (int) (next / up), (int) (next % up));
        }
        int used = all.length - taps - 1;
        history = Arrays.copyOfRange(all, used, all.length);
        next -= (long) used * up;
        return result;
    }

    private short at(short[] all, int from, int phase) {
        double sum = 0;
        for (int i = 0; i < taps; i++) {
            sum += all[from + taps - i] * filter[Math.min(filter.length - 1, i * up + phase)];
        }
        return Pcm.clipped(Math.round(sum));
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
