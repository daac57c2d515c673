package pbx.api.call;

import java.util.Objects;

/**
 * The other end of a call. Both texts come from strangers: escape them wherever they are shown.
 *
 * @param number as the PBX gives it; never null, may be empty (withheld)
 * @param name display name; never null, may be empty
 */
public record Party(String number, String name) {
    public Party {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(name, "name");
    }

    /** The name if there is one, else the number, else {@code anonymous}. */
    public String label() {
        return !name.isBlank() ? name : !number.isBlank() ? number : "anonymous";
    }
}
