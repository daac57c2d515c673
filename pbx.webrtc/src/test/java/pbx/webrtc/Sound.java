package pbx.webrtc;

/** A piece of sound. */
public final class Sound {
    private static final double LOUD = 4000;
    private static final double QUIET = 400;

    private final short[] samples;
    private final int rate;

    Sound(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    public int rate() {
        return rate;
    }

    /** Whether the tone is there as loud as {@link Tone} makes it. */
    public boolean has(double hertz) {
        return Goertzel.amplitude(samples, rate, hertz) > LOUD;
    }

    public boolean lacks(double hertz) {
        return Goertzel.amplitude(samples, rate, hertz) < QUIET;
    }

    public boolean isSilent() {
        for (short sample : samples) {
            if (Math.abs(sample) > 100) {
                return false;
            }
        }
        return true;
    }
}
