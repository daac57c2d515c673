package pbx.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pbx.api.AccountId;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;
import pbx.api.presence.Presence.Kind;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceState;

/**
 * What one own account's PBX has told of its tenant, and which numbers that has changed. Confined to the board's writer.
 */
final class Tenant {
    private final AccountId seenBy;
    /** In the order in which the PBX told of them, which is nearly that of their numbers. */
    private Map<String, Person> people = new LinkedHashMap<>();
    /** Whom to draw, besides {@link #everybody}. A new one each time: to clear one that has held thousands takes long. */
    private Set<String> touched = new LinkedHashSet<>();
    /** Whether all is to be drawn, since what was told concerns everybody. */
    private boolean everybody;

    private final CallBook calls =
            new CallBook(this::touch, call -> Inferred.surelyOfOthers(call, this::group, this::known));
    private final Map<String, PresenceState> lamps = new HashMap<>();
    private final Orbits orbits = new Orbits(this::touch);
    /** What concerns the own account alone and has no place in its presence. */
    private final Map<String, String> mine = new HashMap<>();

    private Map<String, Map<String, Object>> directory = Map.of();
    private String extension = "";
    private boolean pictured;
    /** Whether the last picture left somebody without a name. */
    private boolean nameless;
    /** Whether anybody's state ever named a call: where none does, its silence is no witness. */
    private boolean tellsCalls;

    Tenant(AccountId seenBy) {
        this.seenBy = seenBy;
    }

    private void touch(String number) {
        touched.add(number);
    }

    void extension(String own) {
        touch(extension);
        touch(own);
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

    /** Whether the last picture left somebody without a name. */
    boolean nameless() {
        return nameless;
    }

    /** There is no connection: nothing of what was told is sure any more. */
    void doubt() {
        pictured = false;
        calls.all(List.of());
        lamps.clear();
        orbits.doubt();
        people.replaceAll((number, person) -> person.withoutCalls());
        everybody = true;
    }

    void received(Message message) {
        switch (message.kind()) {
            case "domain-state" -> picture(message);
            case "user-state" -> update(message.fields());
            case "call-state" -> calls.list(TenantCall.list(message.fields().get("calls")));
            case "orbit-calls" -> Inferred.orbits(message.list("orbits")).forEach(this::orbit);
            case "blf" -> Inferred.lamp(message).ifPresent(lamp -> lamp(lamp.getKey(), lamp.getValue()));
            case "missed-calls" -> note("missed-calls", Inferred.missed(message));
            default -> {}
        }
    }

    private void picture(Message message) {
        pictured = true;
        everybody = true;
        nameless = false;
        lamps.clear();
        people = new LinkedHashMap<>(items(message, "accounts").size() * 4 / 3 + 1); // and so it does not grow in steps
        message.each("accounts", this::pictured);
        calls.all(TenantCall.list(message.fields().get("calls")));
        List<?> messages = items(message, "messages");
        note("messages", messages.isEmpty() ? "" : messages.toString());
    }

    private static List<?> items(Message message, String name) {
        return message.fields().get(name) instanceof List<?> list ? list : List.of();
    }

    private void pictured(Map<String, Object> account) {
        Person person = Person.of(account);
        if (!person.number().isEmpty()) {
            enter(person);
            nameless |= person.name().isEmpty() && !directory.containsKey(person.number());
        }
    }

    private void put(Person person) {
        if (!person.number().isEmpty() && !person.tellsTheSameAs(enter(person))) {
            touch(person.number());
        }
    }

    /** Returns what was known of it before, or null. */
    private Person enter(Person person) {
        orbits.forget(person.number());
        tellsCalls |= person.inCall();
        return people.put(person.number(), person);
    }

    private void update(Map<String, Object> fields) {
        String number = Message.text(fields, "account");
        Person before = people.get(number);
        Person person = before == null ? Person.of(fields) : before.updated(fields);
        put(person);
        if (lamps.remove(number) != null) {
            touch(number);
        }
        if (tellsCalls && !number.isEmpty() && !person.inCall()) {
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
            put(person.with(fields));
        }
    }

    private void lamp(String number, PresenceState shown) {
        if (known(number)) {
            lamps.put(number, shown);
            touch(number);
        }
    }

    private void note(String name, String text) {
        if (text.isEmpty()) {
            mine.remove(name);
        } else {
            mine.put(name, text);
        }
        touch(extension);
    }

    /** The directory gives names, and where the PBX draws no picture, the picture. */
    void directory(Map<String, Map<String, Object>> entries) {
        everybody = true;
        directory = entries;
        if (!pictured && !entries.isEmpty()) {
            pictured = true;
            people.values().removeIf(who -> who.kind() == Kind.EXTENSION && !entries.containsKey(who.number()));
            entries.forEach(
                    (number, entry) -> people.merge(number, Person.of(entry), (person, listed) -> person.with(entry)));
        }
    }

    private boolean known(String number) {
        return people.containsKey(number);
    }

    private boolean group(String number) {
        return known(number) && people.get(number).kind() != Kind.EXTENSION;
    }

    /** What has become of those that were touched since the last time; of everybody in the order in which the PBX told of them. */
    List<PresenceChange> changes(Sorted<Presence> before) {
        List<PresenceChange> changes = new ArrayList<>(everybody ? people.size() : touched.size());
        if (everybody) {
            people.forEach(
                    (number, person) -> addChange(changes, before.get(number), Optional.of(drawn(person, true))));
            touched = others(before);
        }
        touched.forEach(number -> addChange(changes, before.get(number), presence(number)));
        touched = new LinkedHashSet<>();
        everybody = false;
        return changes;
    }

    private static void addChange(List<PresenceChange> changes, Optional<Presence> before, Optional<Presence> after) {
        if (!before.equals(after)) {
            changes.add(new PresenceChange(before, after));
        }
    }

    /** Who is shown, or should be, and is not among the people. */
    private Set<String> others(Sorted<Presence> before) {
        return Stream.concat(orbits.numbers().stream(), before.values().stream().map(Presence::number))
                .filter(number -> !known(number))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<Presence> presence(String number) {
        Person person = people.get(number);
        return person == null
                ? orbits.of(number).map(orbit -> drawn(orbit, orbits.sure(number)))
                : Optional.of(drawn(person, true));
    }

    private Presence drawn(Person person, boolean sure) {
        String number = person.number();
        Drawing drawing = new Drawing(
                person, calls.of(number), Optional.ofNullable(lamps.get(number)), listed(number), pictured && sure);
        return drawing.presence(seenBy, number.equals(extension) ? mine : Map.of());
    }

    private String listed(String number) {
        Map<String, Object> entry = directory.get(number);
        return entry == null ? "" : Message.text(entry, "name");
    }
}
