package pbx.api.media;

import java.nio.ShortBuffer;
import java.util.Objects;

/**
 * 10 ms of a call's sound: 480 samples, 48 kHz, mono, 16 bit. Immutable.
 *
 * @param side who is heard
 * @param number counts the frames of that side since the tap was opened; a gap is what the listener was too slow for
 * @param samples read-only; each frame has its own
 */
public record Frame(Side side, long number, ShortBuffer samples) {
    /** Samples a second. */
    public static final int RATE = 48_000;

    /** Samples a frame. */
    public static final int LENGTH = 480;

    /** Who is heard. */
    public enum Side {
        /** This side: the microphone and whatever else the far end gets; silence while muted. */
        HERE,
        /** The far end. */
        THERE
    }

    public Frame {
        Objects.requireNonNull(side, "side");
        samples = samples.asReadOnlyBuffer();
    }
}
