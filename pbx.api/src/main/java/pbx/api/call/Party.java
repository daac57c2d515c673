package pbx.api.call;

import java.util.Objects;
import java.util.Optional;

/**
 * The other end of a call. All texts come from strangers: escape them wherever they are shown.
 *
 * @param number as the PBX gives it; never null, may be empty (withheld)
 * @param name display name; never null, may be empty
 * @param shown the number as people of the account's country write it, else as {@code number}; never null
 */
public record Party(String number, String name, String shown) {
    public Party {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shown, "shown");
    }

    /** Somebody whose number is shown as it is. */
    public Party(String number, String name) {
        this(number, name, number);
    }

    /** Reads the header form of SIP, {@code "Name" <sip:number@domain;...>}; empty if the text is not of that form. */
    public static Optional<Party> ofHeader(String header) {
        return HeaderForm.read(header);
    }

    /** The name if there is one, else the number, else {@code anonymous}. */
    public String label() {
        return !name.isBlank() ? name : !shown.isBlank() ? shown : "anonymous";
    }
}
