package pbx.itest;

import pbx.webrtc.AudioEngine;

/** A sine. */
final class Tone implements AudioEngine.PcmSource {
    private static final int RATE = 48_000;
    private static final int AMPLITUDE = 8_000;

    private final double step;
    private double phase;

    Tone(double hertz) {
        step = 2 * Math.PI * hertz / RATE;
    }

    @Override
    public void fill(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (AMPLITUDE * Math.sin(phase));
            phase += step;
        }
    }
}
