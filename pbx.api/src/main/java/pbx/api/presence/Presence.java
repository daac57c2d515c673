package pbx.api.presence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import pbx.api.AccountId;
import pbx.api.call.Party;

/**
 * What is known of one account of a tenant at one moment. Immutable. Names and other texts come from the PBX: escape them
 * wherever they are shown.
 *
 * @param seenBy the own account whose connection told it
 * @param number the account's number in its tenant, for example {@code 44}
 * @param name display name, may be empty
 * @param kind what it is
 * @param state what it is doing
 * @param registered whether a phone is registered (extensions)
 * @param dnd do not disturb
 * @param available whether its owner is online for chat
 * @param with the other ends of its calls, in the PBX's order; of an orbit, who is parked there
 * @param other fields of the PBX that the platform has no name for, as text; those of its calls as {@code call.FIELD}
 */
public record Presence(
        AccountId seenBy,
        String number,
        String name,
        Kind kind,
        PresenceState state,
        boolean registered,
        boolean dnd,
        boolean available,
        List<Party> with,
        Map<String, String> other) {

    /** What sort of account it is ({@code type} on the wire, protocol notes 6.1). */
    public enum Kind {
        EXTENSION,
        ATTENDANT,
        QUEUE,
        HUNT_GROUP,
        CONFERENCE,
        ORBIT,
        OTHER
    }

    public Presence {
        Objects.requireNonNull(seenBy, "seenBy");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        with = List.copyOf(with);
        other = Map.copyOf(other);
    }
}
