package pbx.ui.swing;

import java.util.stream.Collectors;
import pbx.api.call.Party;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** A directory line in words. Pure. */
final class PersonText {
    private final Texts texts;

    PersonText(Texts texts) {
        this.texts = texts;
    }

    String name(Person person) {
        String name = Plain.line(person.label());
        return person.own() ? texts.get("person.own", name) : name;
    }

    String number(Person person) {
        return Plain.line(person.presence().number());
    }

    /** The state, and who the other ends are. */
    String state(Person person) {
        Presence presence = person.presence();
        String state = texts.get("presence." + presence.state());
        if (!presence.with().isEmpty()) {
            state = texts.get("person.with", state, others(presence));
        }
        return presence.kind() == Presence.Kind.EXTENSION ? state : kind(presence, state);
    }

    /** All of it, for those who hear the screen. */
    String spoken(Person person) {
        String all = String.join(", ", name(person), number(person), state(person));
        return person.presence().dnd() ? all + ", " + texts.get("person.dnd.long") : all;
    }

    private String kind(Presence presence, String state) {
        String kind = texts.get("kind." + presence.kind());
        return presence.state() == PresenceState.UNKNOWN ? kind : kind + " · " + state;
    }

    private static String others(Presence presence) {
        return presence.with().stream().map(PersonText::other).collect(Collectors.joining(", "));
    }

    private static String other(Party party) {
        String number = Plain.line(party.number());
        String name = Plain.line(party.name());
        return name.isEmpty() ? number : number.isEmpty() ? name : name + " (" + number + ")";
    }
}
