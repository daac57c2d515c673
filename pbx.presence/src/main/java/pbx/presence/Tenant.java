package pbx.presence;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pbx.api.AccountId;
import pbx.api.call.Party;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** What one own account's PBX has told of its tenant. Confined to the board's writer. */
final class Tenant {
    private final AccountId seenBy;
    private final Map<String, Person> people = new TreeMap<>();
    private final Map<String, TenantCall> calls = new LinkedHashMap<>();
    private String extension;
    private boolean known;

    Tenant(AccountId seenBy, String extension) {
        this.seenBy = seenBy;
        this.extension = extension;
    }

    void extension(String own) {
        extension = own;
    }

    /** There is no connection: nothing of what was told is sure any more. */
    void doubt() {
        known = false;
        calls.clear();
    }

    void received(Message message) {
        switch (message.kind()) {
            case "domain-state" -> snapshot(message);
            case "user-state" -> update(message.fields());
            case "call-state" -> calls(message.list("calls"));
            default -> {}
        }
    }

    private void snapshot(Message message) {
        known = true;
        people.clear();
        for (Map<String, Object> account : message.list("accounts")) {
            if (!Message.text(account, "account").isEmpty()) {
                people.put(Message.text(account, "account"), new Person(account));
            }
        }
        calls.clear();
        put(message.list("calls"));
    }

    private void update(Map<String, Object> fields) {
        String number = Message.text(fields, "account");
        if (!number.isEmpty()) {
            people.merge(number, new Person(fields), (before, update) -> before.updated(fields));
            if (!people.get(number).busy()) {
                calls.values().removeIf(call -> call.involves(number));
            }
        }
    }

    /**
     * Own calls and the tenant's calls come under one name with no mark (protocol notes 6.3). A list with a call of others
     * must be the tenant's, and what it lacks is over. A list of own calls alone may be either: what it lacks is over only
     * among the own.
     */
    private void calls(List<Map<String, Object>> list) {
        List<TenantCall> told = list.stream().map(TenantCall::of).toList();
        boolean everybodys = told.stream().anyMatch(call -> !call.involves(extension));
        calls.values()
                .removeIf(call -> (everybodys || call.involves(extension))
                        && told.stream().noneMatch(now -> now.id().equals(call.id())));
        put(list);
    }

    private void put(List<Map<String, Object>> list) {
        list.stream().map(TenantCall::of).forEach(call -> calls.put(call.id(), call));
    }

    /** The picture, by number. */
    Map<String, Presence> presences() {
        Map<String, List<TenantCall>> byNumber = new HashMap<>();
        for (TenantCall call : calls.values()) {
            byNumber.merge(call.from().number(), List.of(call), Tenant::both);
            if (!call.to().number().equals(call.from().number())) {
                byNumber.merge(call.to().number(), List.of(call), Tenant::both);
            }
        }
        Map<String, Presence> presences = new TreeMap<>();
        people.forEach(
                (number, person) -> presences.put(number, presence(person, byNumber.getOrDefault(number, List.of()))));
        return presences;
    }

    private static List<TenantCall> both(List<TenantCall> some, List<TenantCall> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Presence presence(Person person, List<TenantCall> in) {
        return new Presence(
                seenBy,
                person.number(),
                person.name(),
                person.kind(),
                known ? state(person, in) : PresenceState.UNKNOWN,
                person.registered(),
                person.dnd(),
                person.available(),
                with(person, in),
                person.other());
    }

    private static PresenceState state(Person person, List<TenantCall> in) {
        for (PresenceState state : List.of(PresenceState.TALKING, PresenceState.HELD, PresenceState.RINGING)) {
            if (in.stream().anyMatch(call -> call.state() == state)) {
                return state;
            }
        }
        if (person.busy()) {
            return PresenceState.TALKING;
        }
        return person.registered() ? PresenceState.IDLE : PresenceState.OFFLINE;
    }

    private static List<Party> with(Person person, List<TenantCall> in) {
        return in.isEmpty()
                ? person.calls().stream()
                        .map(call -> TenantCall.of(call).other(person.number()))
                        .toList()
                : in.stream().map(call -> call.other(person.number())).toList();
    }
}
