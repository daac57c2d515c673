package pbx.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pbx.api.connection.Message;
import pbx.api.presence.Presence.Kind;

/**
 * One account of the tenant as the PBX last described it, the tenant's list of calls aside (protocol notes 6.1 and 6.2).
 *
 * @param fields as last merged
 */
record Person(Map<String, Object> fields) {
    /** From vendor code: these are overwritten by an update even when it does not name them; the others stay. */
    private static final Set<String> OVERWRITTEN = Set.of("code", "chatstatus", "calls");

    private static final Set<String> NAMED =
            Set.of("action", "type", "account", "name", "domain", "registered", "dnd", "chatstatus", "calls");
    private static final Map<String, Kind> KINDS = Map.of(
            "extensions", Kind.EXTENSION,
            "attendants", Kind.ATTENDANT,
            "acds", Kind.QUEUE,
            "hunts", Kind.HUNT_GROUP,
            "conferences", Kind.CONFERENCE,
            "orbits", Kind.ORBIT);

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
        return Message.text(fields, "account");
    }

    String name() {
        return Message.text(fields, "name");
    }

    Kind kind() {
        return KINDS.getOrDefault(Message.text(fields, "type"), Kind.OTHER);
    }

    /** Phones register; queues and groups have nothing to register and are there. */
    boolean registered() {
        return kind() == Kind.EXTENSION ? Message.flag(fields, "registered") : true;
    }

    boolean dnd() {
        return Message.flag(fields, "dnd");
    }

    boolean available() {
        return "online".equals(Message.text(fields, "chatstatus"));
    }

    /** In a call, as far as the account's own fields tell: {@code code} set, or a list of calls. */
    boolean inCall() {
        return code() || !calls().isEmpty();
    }

    /** {@code code}: of an extension, it is in a call and does not merely ring. Its values are unknown, an empty one is none. */
    boolean code() {
        Object code = fields.get("code");
        return code != null && !"".equals(code) && !Boolean.FALSE.equals(code);
    }

    List<Map<String, Object>> calls() {
        return Message.list(fields, "calls");
    }

    /** What the platform has no name for, as text. */
    Map<String, String> other() {
        Map<String, String> other = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (!NAMED.contains(name) && value != null && !"".equals(value)) {
                other.put(name, value.toString());
            }
        });
        return other;
    }
}
