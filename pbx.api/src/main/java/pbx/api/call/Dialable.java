package pbx.api.call;

import java.util.Objects;
import java.util.Optional;

/**
 * What a typed text or a link would dial. Immutable.
 *
 * @param number what goes to the PBX: digits, {@code *} and {@code #}, or {@code +} and digits
 * @param shown the same as people of the account's country write it
 * @param link it came as an address ({@code tel:}, {@code sip:}, {@code sips:}, {@code callto:}), so perhaps from a stranger's page
 * @param emergency an emergency number: nothing MUST keep it from being dialled
 * @param confirm why the user MUST be asked before it is dialled, for people; only ever of a link
 */
public record Dialable(String number, String shown, boolean link, boolean emergency, Optional<String> confirm) {
    public Dialable {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(confirm, "confirm");
    }
}
