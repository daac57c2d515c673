package pbx.websocket.jetty;

import java.util.Optional;
import pbx.websocket.WebSockets;

/**
 * Puts a text together from the parts in which it comes, and no more of it than is wanted: Jetty's own limit would close the
 * socket, which RFC 6455 does not demand. Confined to the socket's reader.
 */
final class Parts {
    private StringBuilder text = new StringBuilder();
    private boolean tooLong;

    /** The whole text with its last part; empty before, and for one that was too long. */
    Optional<String> add(String part, boolean last) {
        tooLong |= text.length() + (long) part.length() > WebSockets.MOST_CHARACTERS;
        if (tooLong) {
            text = new StringBuilder();
        } else if (last && text.isEmpty()) {
            return Optional.of(part);
        } else {
            text.append(part);
        }
        return last ? whole() : Optional.empty();
    }

    private Optional<String> whole() {
        Optional<String> whole = tooLong ? Optional.empty() : Optional.of(text.toString());
        text = new StringBuilder();
        tooLong = false;
        return whole;
    }
}
