package pbx.itest;

import pbx.webrtc.AudioEngine;

/**
 * Sound that counts: every frame of 10 ms has another pitch than the one before, in an order that both ends know, so that a
 * frame that is lost, repeated or invented is found by {@link SwapDecoder}. The phase goes on without a jump, which the codec
 * needs. Two different codes share no pitch: an echo canceller sees no echo in them.
 */
final class SwapCode implements AudioEngine.PcmSource {
    static final int RATE = 48_000;
    /** Samples in 10 ms. */
    static final int FRAME = RATE / 100;
    /** How many pitches there are. */
    static final int PITCHES = 12;

    private static final int STRIDE = 5;
    private static final int SPACING = 200;
    private static final int AMPLITUDE = 8_000;

    /** What the far end says. */
    static final SwapCode.Pitches THERE = new Pitches(600);
    /** What this side says. */
    static final SwapCode.Pitches HERE = new Pitches(700);

    private final Pitches pitches;
    private final SwapPace pace = new SwapPace();
    private long frame;
    private double phase;

    /** The pitches of one code, in the order in which they come. */
    record Pitches(int lowest) {
        double hertz(long frame) {
            return lowest + SPACING * (frame * STRIDE % PITCHES);
        }
    }

    SwapCode(Pitches pitches) {
        this.pitches = pitches;
    }

    /** When it is asked for frames. */
    SwapPace pace() {
        return pace;
    }

    @Override
    public void fill(short[] out) {
        pace.frame();
        double step = 2 * Math.PI * pitches.hertz(frame++) / RATE;
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) (AMPLITUDE * Math.sin(phase));
            phase += step;
        }
        phase %= 2 * Math.PI;
    }
}
