package pbx.media.sound;

/** A tone to test with. */
public final class Sine {
    private final double hertz;
    private final int rate;
    private final int amplitude;
    private long position;

    public Sine(double hertz, int rate, int amplitude) {
        this.hertz = hertz;
        this.rate = rate;
        this.amplitude = amplitude;
    }

    public short[] next(int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * position++ / rate));
        }
        return samples;
    }

    /** How loud that tone is in the samples. */
    public static double amplitude(short[] samples, int rate, double hertz) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < samples.length; i++) {
            sine += samples[i] * Math.sin(2 * Math.PI * hertz * i / rate);
            cosine += samples[i] * Math.cos(2 * Math.PI * hertz * i / rate);
        }
        return 2 * Math.hypot(sine, cosine) / samples.length;
    }
}
