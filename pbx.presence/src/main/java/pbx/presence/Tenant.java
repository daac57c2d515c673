package pbx.presence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pbx.api.AccountId;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;
import pbx.api.presence.Presence.Kind;
import pbx.api.presence.PresenceState;

/**
 * What one own account's PBX has told of its tenant, and which numbers that has changed. Confined to the board's writer.
 */
final class Tenant {
    private final AccountId seenBy;
    private final Map<String, Person> people = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final CallBook calls =
            new CallBook(changed::add, call -> Inferred.surelyOfOthers(call, this::group, this::known));
    private final Map<String, PresenceState> lamps = new HashMap<>();
    private final Orbits orbits = new Orbits(changed::add);
    /** What concerns the own account alone and has no place in its presence. */
    private final Map<String, String> mine = new HashMap<>();

    private Map<String, Person> directory = Map.of();
    private String extension = "";
    private boolean pictured;
    /** Whether anybody's state ever named a call: where none does, its silence is no witness. */
    private boolean tellsCalls;

    Tenant(AccountId seenBy) {
        this.seenBy = seenBy;
    }

    void extension(String own) {
        changed.addAll(List.of(extension, own));
        extension = own;
        calls.own(own);
    }

    boolean hasExtension() {
        return !extension.isEmpty();
    }

    CallBook calls() {
        return calls;
    }

    /** Whether the PBX, or in its place the directory, has drawn the whole picture since the connection opened. */
    boolean pictured() {
        return pictured;
    }

    /** Whether somebody has no name. */
    boolean nameless() {
        return people.values().stream()
                .anyMatch(person -> person.name().isEmpty() && !directory.containsKey(person.number()));
    }

    /** There is no connection: nothing of what was told is sure any more. */
    void doubt() {
        pictured = false;
        calls.all(List.of());
        lamps.clear();
        orbits.doubt();
        people.replaceAll((number, person) -> person.withoutCalls());
        changed.addAll(people.keySet());
    }

    void received(Message message) {
        switch (message.kind()) {
            case "domain-state" -> picture(message);
            case "user-state" -> update(message.fields());
            case "call-state" -> calls.list(calls(message.list("calls")));
            case "orbit-calls" -> Inferred.orbits(message.list("orbits")).forEach(this::orbit);
            case "blf" -> Inferred.lamp(message).ifPresent(lamp -> lamp(lamp.getKey(), lamp.getValue()));
            case "missed-calls" -> note("missed-calls", Inferred.missed(message));
            default -> {}
        }
    }

    private void picture(Message message) {
        pictured = true;
        changed.addAll(people.keySet());
        people.clear();
        lamps.clear();
        for (Map<String, Object> account : message.list("accounts")) {
            put(account);
        }
        calls.all(calls(message.list("calls")));
        List<?> messages = message.fields().get("messages") instanceof List<?> list ? list : List.of();
        note("messages", messages.isEmpty() ? "" : messages.toString());
    }

    private void put(Map<String, Object> fields) {
        String number = Message.text(fields, "account");
        if (!number.isEmpty()) {
            Person person = new Person(fields);
            people.put(number, person);
            orbits.forget(number);
            changed.add(number);
            tellsCalls |= person.inCall();
        }
    }

    private void update(Map<String, Object> fields) {
        Person before = people.get(Message.text(fields, "account"));
        put(before == null ? fields : before.updated(fields).fields());
        String number = Message.text(fields, "account");
        lamps.remove(number);
        if (tellsCalls && people.containsKey(number) && !people.get(number).inCall()) {
            calls.idle(number);
        }
    }

    /** The PBX was asked for its orbits and told these. */
    void orbits(List<Map<String, Object>> all) {
        orbits.only(all.stream().map(orbit -> Message.text(orbit, "account")).collect(Collectors.toSet()));
        all.forEach(this::orbit);
    }

    /** Of an orbit that is an account like others, this tells no more than its calls. */
    private void orbit(Map<String, Object> fields) {
        Person person = people.get(Message.text(fields, "account"));
        if (person == null) {
            orbits.told(fields);
        } else {
            put(person.with(new Person(fields)).fields());
        }
    }

    private void lamp(String number, PresenceState shown) {
        if (known(number)) {
            lamps.put(number, shown);
            changed.add(number);
        }
    }

    private void note(String name, String text) {
        if (text.isEmpty()) {
            mine.remove(name);
        } else {
            mine.put(name, text);
        }
        changed.add(extension);
    }

    private static List<TenantCall> calls(List<Map<String, Object>> rows) {
        return rows.stream().map(TenantCall::of).toList();
    }

    /** The directory gives names, and where the PBX draws no picture, the picture. */
    void directory(Map<String, Person> entries) {
        changed.addAll(directory.keySet());
        changed.addAll(entries.keySet());
        directory = entries;
        if (!pictured && !entries.isEmpty()) {
            pictured = true;
            changed.addAll(people.keySet());
            people.values().removeIf(who -> who.kind() == Kind.EXTENSION && !entries.containsKey(who.number()));
            entries.forEach((number, entry) -> people.merge(number, entry, Person::with));
        }
    }

    private boolean known(String number) {
        return people.containsKey(number);
    }

    private boolean group(String number) {
        return known(number) && people.get(number).kind() != Kind.EXTENSION;
    }

    /** What became of each number that was touched since the last time; empty: the account is gone. */
    Map<String, Optional<Presence>> changes() {
        Map<String, Optional<Presence>> drawn = new LinkedHashMap<>();
        changed.forEach(number -> drawn.put(number, presence(number)));
        changed.clear();
        return drawn;
    }

    Optional<Presence> presence(String number) {
        return Optional.ofNullable(people.get(number))
                .or(() -> orbits.of(number))
                .map(person -> new Drawing(
                                person,
                                calls.of(number),
                                Optional.ofNullable(lamps.get(number)),
                                Optional.ofNullable(directory.get(number))
                                        .map(Person::name)
                                        .orElse(""),
                                pictured && (known(number) || orbits.sure(number)))
                        .presence(seenBy, number.equals(extension) ? mine : Map.of()));
    }
}
