package pbx.api.media;

import java.util.Objects;

/**
 * One ICE candidate.
 *
 * @param line the candidate attribute's value, {@code candidate:...}
 * @param mid the media section's id; empty if the PBX gave none
 * @param index the media section's index
 */
public record Candidate(String line, String mid, int index) {
    public Candidate {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(mid, "mid");
    }
}
