package pbx.ui.swing;

import java.util.concurrent.CompletionStage;
import pbx.api.call.Call;
import pbx.api.call.Calls;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** What Enter or a double click on somebody in the directory does, as they are now. */
enum Reach {
    DIAL("person.dial"),
    PICK_UP("person.pickUp"),
    RETRIEVE("person.retrieve");

    /** The key of its text. */
    final String key;

    Reach(String key) {
        this.key = key;
    }

    /** The own extension rings with a call that is answered in its own card. */
    static Reach of(Person person) {
        Presence presence = person.presence();
        if (presence.kind() == Presence.Kind.ORBIT && presence.state() == PresenceState.HELD) {
            return RETRIEVE;
        }
        boolean rings = presence.kind() == Presence.Kind.EXTENSION && presence.state() == PresenceState.RINGING;
        return rings && !person.own() ? PICK_UP : DIAL;
    }

    CompletionStage<Call> ask(Calls calls, Presence presence) {
        return switch (this) {
            case DIAL -> calls.dial(presence.seenBy(), presence.number());
            case PICK_UP -> calls.pickUp(presence.seenBy(), presence.number());
            case RETRIEVE -> calls.retrieve(presence.seenBy(), presence.number());
        };
    }
}
