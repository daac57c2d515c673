package pbx.ui.swing;

import java.util.Comparator;
import java.util.List;
import pbx.api.call.CallId;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** What each asking action asks for, and what it does with the answer. */
final class Pickers {
    private Pickers() {}

    static Picker of(CallButton action, Texts texts, CallHandler handler, CallId id, Runnable close) {
        return switch (action) {
            case TRANSFER -> transfer(texts, handler, id, close);
            case PARK -> park(texts, handler, id, close);
            case MERGE -> merge(texts, handler, id, close);
            default -> throw new IllegalArgumentException(action + " asks nothing");
        };
    }

    private static Picker transfer(Texts texts, CallHandler handler, CallId id, Runnable close) {
        Picker picker = new Picker(
                texts,
                "picker.transfer",
                (desk, typed) -> Directory.of(desk, typed).stream()
                        .filter(person -> !person.own() && person.presence().kind() != Presence.Kind.ORBIT)
                        .toList(),
                close);
        picker.offer(texts.get("picker.now"), "picker.now", number -> handler.transfer(id, number));
        picker.offer(texts.get("picker.ask"), "picker.ask", number -> handler.consult(id, number));
        return picker;
    }

    private static Picker park(Texts texts, CallHandler handler, CallId id, Runnable close) {
        Picker picker =
                new Picker(texts, "picker.park", (desk, typed) -> freeFirst(desk, typed, Presence.Kind.ORBIT), close);
        picker.offer(texts.get("action.park"), "picker.park", number -> handler.park(id, number));
        return picker;
    }

    private static Picker merge(Texts texts, CallHandler handler, CallId id, Runnable close) {
        Picker picker = new Picker(
                texts, "picker.merge", (desk, typed) -> freeFirst(desk, typed, Presence.Kind.CONFERENCE), close);
        picker.offer(texts.get("action.merge"), "picker.merge", number -> handler.merge(id, number));
        return picker;
    }

    private static List<Person> freeFirst(Desk desk, String typed, Presence.Kind kind) {
        return Directory.of(desk, typed).stream()
                .filter(person -> person.presence().kind() == kind)
                .sorted(Comparator.comparing(person -> taken(person.presence())))
                .toList();
    }

    private static boolean taken(Presence presence) {
        return presence.state() == PresenceState.HELD || presence.state() == PresenceState.TALKING;
    }
}
