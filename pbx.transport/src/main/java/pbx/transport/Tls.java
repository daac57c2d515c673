package pbx.transport;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How a server is verified: by the JVM's trust store if neither is given.
 *
 * @param trust a PEM file
 * @param pin the SHA-256 fingerprint of the only certificate accepted, 64 lower-case hex digits
 */
record Tls(Optional<Path> trust, Optional<String> pin) {
    static Tls of(String trust, String pin) {
        String hex = pin.replace(":", "").replace(" ", "").toLowerCase(Locale.ROOT);
        if (!hex.isEmpty() && !hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the setting pin is no SHA-256 fingerprint; write its 64 hex digits");
        }
        if (!hex.isEmpty() && !trust.isEmpty()) {
            throw new IllegalArgumentException("the settings trust and pin exclude each other; remove one");
        }
        return new Tls(
                Optional.of(trust).filter(t -> !t.isEmpty()).map(Path::of),
                Optional.of(hex).filter(h -> !h.isEmpty()));
    }

    boolean usual() {
        return trust.isEmpty() && pin.isEmpty();
    }
}
