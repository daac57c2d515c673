package pbx.presence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pbx.api.connection.Message;
import pbx.api.presence.Presence.Kind;

/**
 * One account of the tenant as the PBX last described it, the tenant's list of calls aside (protocol notes 6.1 and 6.2).
 * Immutable. A large tenant has thousands, and each changes often: what a message tells is read once, in one pass, and what
 * it does not tell is taken over.
 */
final class Person {
    private static final String CODE = "code";

    private static final Person NOBODY = new Person();

    private String number = "";
    private String name = "";
    private Kind kind = Kind.OTHER;
    private boolean registered;
    private boolean dnd;
    private boolean available;
    private boolean code;
    private List<TenantCall> calls = List.of();
    private Map<String, String> other = Map.of();

    private Person() {}

    private Person(Person before) {
        number = before.number;
        name = before.name;
        kind = before.kind;
        registered = before.registered;
        dnd = before.dnd;
        available = before.available;
        code = before.code;
        calls = before.calls;
        other = before.other;
    }

    /** As these fields describe it, and nothing else. */
    static Person of(Map<String, Object> fields) {
        return NOBODY.with(fields);
    }

    /** By the rules of an update. From vendor code: three fields are overwritten even when it does not name them. */
    Person updated(Map<String, Object> update) {
        Person next = new Person(this);
        next.available = false;
        next.forgetCalls(update.get(CODE));
        next.read(update);
        return next;
    }

    /** With what {@code more} has; nothing is forgotten. */
    Person with(Map<String, Object> more) {
        Person next = new Person(this);
        next.read(more);
        return next;
    }

    Person withoutCalls() {
        Person next = new Person(this);
        next.forgetCalls(null);
        return next;
    }

    /** @param told what takes the place of {@code code} */
    private void forgetCalls(Object told) {
        calls = List.of();
        code = false;
        String before = other.get(CODE);
        if (before != null && (told == null || !before.equals(told.toString()))) {
            Map<String, String> kept = new HashMap<>(other);
            kept.remove(CODE);
            other = Map.copyOf(kept);
        }
    }

    private void read(Map<String, Object> fields) {
        Map<String, String> before = other;
        fields.forEach((field, value) -> {
            if (value != null) {
                read(field, value);
            }
        });
        if (other != before) {
            other = Map.copyOf(other); // so that a presence takes it as it is
        }
    }

    private void read(String field, Object value) {
        switch (field) {
            case "action", "domain" -> {}
            case "account" -> number = Message.text(value);
            case "name" -> name = Message.text(value);
            case "type" -> kind = kind(Message.text(value));
            case "registered" -> registered = Message.flag(value);
            case "dnd" -> dnd = Message.flag(value);
            case "chatstatus" -> available = "online".equals(value);
            case "calls" -> calls = TenantCall.list(value);
            case CODE -> {
                code = !"".equals(value) && !Boolean.FALSE.equals(value);
                readOther(field, value.toString());
            }
            default -> readOther(field, value.toString());
        }
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "extensions" -> Kind.EXTENSION;
            case "attendants" -> Kind.ATTENDANT;
            case "acds" -> Kind.QUEUE;
            case "hunts" -> Kind.HUNT_GROUP;
            case "conferences" -> Kind.CONFERENCE;
            case "orbits" -> Kind.ORBIT;
            default -> Kind.OTHER;
        };
    }

    private void readOther(String field, String text) {
        if (other.isEmpty()) {
            if (!text.isEmpty()) {
                other = Map.of(field, text);
            }
            return;
        }
        if (text.equals(other.getOrDefault(field, ""))) {
            return;
        }
        if (!(other instanceof HashMap)) { // not one of this very reading
            other = new HashMap<>(other);
        }
        if (text.isEmpty()) {
            other.remove(field);
        } else {
            other.put(field, text);
        }
    }

    /** PBXs repeat themselves: then nothing need be drawn. */
    boolean tellsTheSameAs(Person before) {
        return before != null
                && registered == before.registered
                && dnd == before.dnd
                && available == before.available
                && code == before.code
                && kind == before.kind
                && number.equals(before.number)
                && name.equals(before.name)
                && calls.equals(before.calls)
                && other.equals(before.other);
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

    List<TenantCall> calls() {
        return calls;
    }

    /** What the platform has no name for, as text. Immutable. */
    Map<String, String> other() {
        return other;
    }
}
