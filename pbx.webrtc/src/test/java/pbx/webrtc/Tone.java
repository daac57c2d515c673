package pbx.webrtc;

import pbx.webrtc.AudioEngine.PcmSource;

/** A sine of amplitude 8000. */
public final class Tone implements PcmSource {
    private static final double AMPLITUDE = 8000;

    private final double step;
    private long position;

    public Tone(double hertz) {
        this.step = 2 * Math.PI * hertz / 48000;
    }

    @Override
    public void fill(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) Math.round(AMPLITUDE * Math.sin(step * position++));
        }
    }
}
