package pbx.transport;

import java.util.Optional;

/**
 * A PBX web session.
 *
 * @param cookie the session cookie, {@code session=...}: a secret
 * @param version what the PBX calls itself, for example {@code 67.0.5}
 */
record Session(String cookie, Optional<String> version) {
    @Override
    public String toString() { // never the cookie
        return "session on PBX " + version.orElse("?");
    }
}
