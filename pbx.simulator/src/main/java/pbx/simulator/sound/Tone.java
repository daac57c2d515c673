package pbx.simulator.sound;

import pbx.webrtc.AudioEngine.PcmSource;

/** A sine wave, steady or with a rhythm. One instance serves one listener. */
public final class Tone implements PcmSource {
    private final double step;
    private final int amplitude;
    private final long on;
    private final long period;
    private long sample;

    private Tone(double hertz, int amplitude, long on, long period) {
        this.step = 2 * Math.PI * hertz / Frames.RATE;
        this.amplitude = amplitude;
        this.on = on;
        this.period = period;
    }

    /** A tone without end. */
    public static Tone steady(double hertz, int amplitude) {
        return new Tone(hertz, amplitude, 1, 1);
    }

    /** What a caller hears while the far end rings: one second in five. */
    public static Tone ringback() {
        return new Tone(425, 2_500, Frames.RATE, Frames.RATE * 5L);
    }

    @Override
    public void fill(short[] frame) {
        for (int i = 0; i < frame.length; i++, sample++) {
            frame[i] = sample % period < on ? (short) Math.round(amplitude * Math.sin(step * sample)) : 0;
        }
    }
}
