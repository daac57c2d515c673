package pbx.simulator.faults;

import java.time.Duration;

/**
 * One thing that goes wrong.
 *
 * @param percent of the frames to which it happens, 1 to 100
 * @param delay how long a {@link Kind#DELAY} holds a frame back, and how long {@link Kind#REORDER} waits for a frame to put first
 */
public record Fault(Kind kind, Direction direction, int percent, Duration delay) {

    /** What happens to the frame. */
    public enum Kind {
        /** It is lost. */
        DROP,
        /** It comes later; frames that are spared overtake it. */
        DELAY,
        /** It comes twice. */
        DUPLICATE,
        /** It comes after the next one. */
        REORDER,
        /** It comes as something that no PBX ever sent. */
        CORRUPT
    }

    /** Which frames are meant. */
    public enum Direction {
        /** From the client to the PBX. */
        IN,
        /** From the PBX to the client. */
        OUT,
        /** All. */
        BOTH;

        boolean covers(Direction other) {
            return this == BOTH || this == other;
        }
    }

    @Override
    public String toString() {
        return kind + " " + direction + " " + percent + "% " + delay.toMillis() + " ms";
    }

    /** @throws IllegalArgumentException saying what is wrong */
    public Fault {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percent must be 1 to 100, not " + percent);
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a frame cannot come before it was sent: " + delay);
        }
    }
}
