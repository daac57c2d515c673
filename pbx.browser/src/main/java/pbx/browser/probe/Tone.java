package pbx.browser.probe;

import pbx.webrtc.AudioEngine.PcmSource;

/** A sine in place of the microphone, silent while the call is paused or muted. */
final class Tone implements PcmSource {
    private static final int RATE = 48_000;
    private static final int AMPLITUDE = 3_000;

    private final double step;
    private double phase;
    private volatile boolean silent;

    Tone(double hertz) {
        step = 2 * Math.PI * hertz / RATE;
    }

    void silent(boolean now) {
        silent = now;
    }

    @Override
    public void fill(short[] frame) {
        for (int i = 0; i < frame.length && !silent; i++) {
            frame[i] = (short) (AMPLITUDE * Math.sin(phase));
            phase += step;
        }
    }
}
