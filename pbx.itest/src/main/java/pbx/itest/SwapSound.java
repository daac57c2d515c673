package pbx.itest;

import java.util.Locale;

/**
 * How a call sounded while something was done to the platform: what came here, and what came to the far end.
 *
 * @param here how the far end's frames arrived here
 * @param there how our frames arrived at the far end
 * @param rate frames a second here
 * @param gap the longest time between two frames here, in ms
 * @param concealed samples that the jitter buffer here invented
 * @param concealedThere the same at the far end
 * @param packetsLost on the way here
 */
record SwapSound(
        SwapDecoder.Damage here,
        SwapDecoder.Damage there,
        double rate,
        double gap,
        long concealed,
        long concealedThere,
        long packetsLost) {
    private static final double LEAST_RATE = 98.5;
    private static final double LONGEST_GAP_MS = 30;

    /** What is heard here is whole: no frame lost, repeated, invented or late. */
    boolean wholeHere() {
        return here.frames() == 0 && concealed == 0 && packetsLost == 0 && rate >= LEAST_RATE && gap < LONGEST_GAP_MS;
    }

    /** What the far end hears is whole. */
    boolean wholeThere() {
        return there.frames() == 0 && concealedThere == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "here %s there %s %.1f frames/s, longest gap %.1f ms, concealed %d here %d there, %d packets lost",
                here,
                there,
                rate,
                gap,
                concealed,
                concealedThere,
                packetsLost);
    }
}
