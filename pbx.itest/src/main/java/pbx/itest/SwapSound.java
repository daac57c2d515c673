package pbx.itest;

import java.util.Locale;

/**
 * How a call sounded while something was done to the platform: what came here, and what came to the far end.
 *
 * @param here how the far end's frames arrived here
 * @param there how our frames arrived at the far end
 * @param rate frames a second here
 * @param gap the longest time between two frames heard here, heard there or said there, in ms: a jitter buffer that is full
 *     enough hides a stall from the ear
 * @param machine for how long the machine itself made sound wait, in ms; see {@link SwapHiccup}
 * @param concealed samples that the jitter buffer here invented
 * @param concealedThere the same at the far end
 * @param packetsLost on the way here
 * @param stretched samples by which the two jitter buffers made sound longer or shorter, after packets that were late
 */
record SwapSound(
        SwapDecoder.Damage here,
        SwapDecoder.Damage there,
        double rate,
        double gap,
        double machine,
        long concealed,
        long concealedThere,
        long packetsLost,
        long stretched) {

    private static final double LEAST_RATE = 97.5;
    /** What a stall of 40 ms makes red, and what nobody hears makes not. */
    private static final double LONGEST_GAP_MS = 39;
    /**
     * A jitter buffer may hold as little as 10 ms, and a packet passes five threads on its way to it, of which this is the longest wait
     * of one: less than half of it, and nothing comes too late by the machine alone.
     */
    private static final double BUSY_MS = 5;

    /** What is heard here is whole: no frame lost, repeated, invented or late. */
    boolean wholeHere() {
        return lost() == 0 && concealed == 0 && rate >= LEAST_RATE && gap < LONGEST_GAP_MS;
    }

    /** Nothing was lost or invented, whatever the clock says, but that the far end may have heard silence. */
    boolean nothingLost() {
        return lost() == 0 && concealed == 0 && wholeOrSilentThere();
    }

    /** What the far end hears is whole. A single frame may sound like none: it has gone through our echo canceller. */
    boolean wholeThere() {
        return wholeOrSilentThere() && there.silent() <= 1;
    }

    boolean whole() {
        return wholeHere() && wholeThere();
    }

    /** What the far end hears is whole but for silence. */
    boolean wholeOrSilentThere() {
        return there.lost() == 0 && there.repeated() == 0 && concealedThere == 0;
    }

    /** Both, one after the other. */
    SwapSound and(SwapSound next) {
        return new SwapSound(
                here.and(next.here),
                there.and(next.there),
                Math.min(rate, next.rate),
                Math.max(gap, next.gap),
                Math.max(machine, next.machine),
                concealed + next.concealed,
                concealedThere + next.concealedThere,
                packetsLost + next.packetsLost,
                stretched + next.stretched);
    }

    /**
     * Whether the machine was too busy for audio: what was lost tells nothing then, nor where a jitter buffer pieced the sound together
     * anew. If what is done to the platform is itself what delays packets, this is so every time, and no try is left.
     */
    boolean busy() {
        return machine > BUSY_MS || stretched > 0;
    }

    /** Frames that were not heard here as they were said. */
    int lost() {
        return here.frames() + (int) packetsLost;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "here %s there %s %.1f frames/s, longest gap %.1f ms (the machine's own: %.1f ms), concealed %d here %d there, %d packets lost, %d samples stretched",
                here,
                there,
                rate,
                gap,
                machine,
                concealed,
                concealedThere,
                packetsLost,
                stretched);
    }
}
