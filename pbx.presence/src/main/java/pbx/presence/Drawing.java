package pbx.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pbx.api.AccountId;
import pbx.api.call.Party;
import pbx.api.presence.Presence;
import pbx.api.presence.Presence.Kind;
import pbx.api.presence.PresenceState;

/**
 * Draws one account's presence from what is told of it. The tenant's list of calls comes first, then what the account's own
 * state says of its calls, then its lamp.
 *
 * @param person the account's own state
 * @param calls those of the tenant's list that touch it
 * @param lamp what its lamp shows, if anything newer does not
 * @param name from the directory, where the PBX's state has none
 * @param known whether all this is sure
 */
record Drawing(Person person, Collection<TenantCall> calls, Optional<PresenceState> lamp, String name, boolean known) {
    private static final List<PresenceState> STRONGEST_FIRST =
            List.of(PresenceState.TALKING, PresenceState.HELD, PresenceState.RINGING);

    Presence presence(AccountId seenBy, Map<String, String> more) {
        return new Presence(
                seenBy,
                person.number(),
                person.name().isEmpty() ? name : person.name(),
                person.kind(),
                known ? state() : PresenceState.UNKNOWN,
                person.registered(),
                person.dnd(),
                person.available(),
                with(),
                other(more));
    }

    private PresenceState state() {
        PresenceState free = person.registered() ? PresenceState.IDLE : PresenceState.OFFLINE;
        PresenceState inCall = !calls.isEmpty() ? strongest(calls) : person.inCall() ? told() : lamp.orElse(free);
        // whoever is at an orbit waits there, whatever the PBX calls that
        return person.kind() == Kind.ORBIT && inCall != free ? PresenceState.HELD : inCall;
    }

    private PresenceState told() {
        List<TenantCall> own = person.calls();
        if (!own.isEmpty() && tellState(own)) {
            return strongest(own);
        }
        // from vendor code: an extension is busy by its code, anything else by its calls (protocol notes 5.16)
        return person.code() || person.kind() != Kind.EXTENSION ? PresenceState.TALKING : PresenceState.RINGING;
    }

    private static boolean tellState(List<TenantCall> calls) {
        for (TenantCall call : calls) {
            if (!call.tellsState()) {
                return false;
            }
        }
        return true;
    }

    private static PresenceState strongest(Collection<TenantCall> calls) {
        int strongest = STRONGEST_FIRST.size() - 1;
        for (TenantCall call : calls) {
            strongest = Math.min(strongest, STRONGEST_FIRST.indexOf(call.state()));
        }
        return STRONGEST_FIRST.get(strongest);
    }

    private List<Party> with() {
        Collection<TenantCall> in = calls.isEmpty() ? person.calls() : calls;
        if (in.isEmpty()) {
            return List.of();
        }
        List<Party> with = new ArrayList<>(in.size());
        for (TenantCall call : in) {
            with.add(call.other(person.number()));
        }
        return with;
    }

    private Map<String, String> other(Map<String, String> more) {
        if (more.isEmpty() && calls.isEmpty()) {
            return person.other();
        }
        Map<String, String> other = new HashMap<>(person.other());
        other.putAll(more);
        for (TenantCall call : calls) {
            call.other().forEach((field, value) -> other.merge("call." + field, value, (a, b) -> a + ", " + b));
        }
        return other;
    }
}
