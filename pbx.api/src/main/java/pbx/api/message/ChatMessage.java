package pbx.api.message;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of a conversation in writing. Immutable.
 *
 * @param id names it at the PBX
 * @param mine this side wrote it
 * @param text as written: text of strangers, escape it wherever it is shown
 * @param at when, on the PBX's clock
 */
public record ChatMessage(String id, boolean mine, String text, Instant at) {
    public ChatMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }
}
