package pbx.webrtc;

/** How much of one frequency there is in a piece of sound. */
public final class Goertzel {
    private Goertzel() {}

    /** The amplitude of that frequency: a pure tone of amplitude 8000 gives about 8000, others next to nothing. */
    public static double amplitude(short[] samples, int rate, double hertz) {
        double factor = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double last = 0;
        double beforeLast = 0;
        for (short sample : samples) {
            double now = sample + factor * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        double power = last * last + beforeLast * beforeLast - factor * last * beforeLast;
        return 2 * Math.sqrt(Math.max(0, power)) / samples.length;
    }
}
