package pbx.presence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pbx.api.connection.Message;
import pbx.api.presence.Presence.Kind;

/**
 * One account of the tenant as the PBX last described it, the tenant's list of calls aside (protocol notes 6.1 and 6.2). A
 * large tenant has thousands: each is read in one pass.
 */
final class Person {
    /** From vendor code: these are overwritten by an update even when it does not name them; the others stay. */
    private static final Set<String> OVERWRITTEN = Set.of("code", "chatstatus", "calls");

    private static final Map<String, Kind> KINDS = Map.of(
            "extensions", Kind.EXTENSION,
            "attendants", Kind.ATTENDANT,
            "acds", Kind.QUEUE,
            "hunts", Kind.HUNT_GROUP,
            "conferences", Kind.CONFERENCE,
            "orbits", Kind.ORBIT);

    private final Map<String, Object> fields;
    private String number = "";
    private String name = "";
    private Kind kind = Kind.OTHER;
    private boolean registered;
    private boolean dnd;
    private boolean available;
    private boolean code;
    private List<Map<String, Object>> calls = List.of();
    private Map<String, String> other = Map.of();

    /** @param fields as last merged */
    Person(Map<String, Object> fields) {
        this.fields = fields;
        fields.forEach(this::read);
    }

    private void read(String field, Object value) {
        switch (field) {
            case "action", "domain" -> {}
            case "account" -> number = Message.text(value);
            case "name" -> name = Message.text(value);
            case "type" -> kind = KINDS.getOrDefault(Message.text(value), Kind.OTHER);
            case "registered" -> registered = Message.flag(value);
            case "dnd" -> dnd = Message.flag(value);
            case "chatstatus" -> available = "online".equals(value);
            case "calls" -> calls = Message.list(fields, field);
            default -> readOther(field, value);
        }
    }

    private void readOther(String field, Object value) {
        if (value == null || "".equals(value)) {
            return;
        }
        code |= "code".equals(field) && !Boolean.FALSE.equals(value);
        if (other.isEmpty()) {
            other = new TreeMap<>();
        }
        other.put(field, value.toString());
    }

    Map<String, Object> fields() {
        return fields;
    }

    /** By the rules of an update. */
    Person updated(Map<String, Object> update) {
        Map<String, Object> kept = new LinkedHashMap<>(fields);
        kept.keySet().removeAll(OVERWRITTEN);
        return new Person(kept).with(new Person(update));
    }

    /** With what {@code more} has; nothing is forgotten. */
    Person with(Person more) {
        Map<String, Object> merged = new LinkedHashMap<>(fields);
        more.fields().forEach((name, value) -> {
            if (value != null) {
                merged.put(name, value);
            }
        });
        return new Person(merged);
    }

    Person withoutCalls() {
        Map<String, Object> kept = new LinkedHashMap<>(fields);
        kept.keySet().removeAll(Set.of("code", "calls"));
        return new Person(kept);
    }

    String number() {
        return number;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** Phones register; queues and groups have nothing to register and are there. */
    boolean registered() {
        return kind != Kind.EXTENSION || registered;
    }

    boolean dnd() {
        return dnd;
    }

    boolean available() {
        return available;
    }

    /** In a call, as far as the account's own fields tell: {@code code} set, or a list of calls. */
    boolean inCall() {
        return code || !calls.isEmpty();
    }

    /** {@code code}: of an extension, it is in a call and does not merely ring. Its values are unknown, an empty one is none. */
    boolean code() {
        return code;
    }

    List<Map<String, Object>> calls() {
        return calls;
    }

    /** What the platform has no name for, as text, by name. */
    Map<String, String> other() {
        return Collections.unmodifiableMap(other);
    }
}
