package pbx.api.connection;

import java.util.Objects;
import java.util.Optional;

/**
 * One change of one connection.
 *
 * @param before empty: the first you hear of it
 * @param after the connection now; CLOSED is the last
 */
public record ConnectionChange(Optional<ConnectionStatus> before, ConnectionStatus after) {
    public ConnectionChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
