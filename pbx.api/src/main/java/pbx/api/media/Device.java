package pbx.api.media;

import java.util.Locale;
import java.util.Objects;

/**
 * A microphone or speaker of this machine.
 *
 * @param id what {@link Devices#choose} takes; stable while it is plugged in, and as a rule also from start to start
 * @param name for people
 * @param input a microphone; else a speaker, which can ring too
 * @param standard the one that the system would choose
 */
public record Device(String id, String name, boolean input, boolean standard) {
    public Device {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** Whether it can do that. */
    public boolean fits(Role role) {
        return input == (role == Role.MICROPHONE);
    }

    /**
     * Whether {@code chosen} names it: its id exactly, or a part of its name, in capitals or not. {@link Devices#DEFAULT} and
     * {@link Devices#NONE} are no part of a name.
     */
    public boolean isMeant(String chosen) {
        boolean name = !chosen.equals(Devices.DEFAULT) && !chosen.equals(Devices.NONE);
        return id.equals(chosen)
                || (name && this.name.toLowerCase(Locale.ROOT).contains(chosen.toLowerCase(Locale.ROOT)));
    }
}
