package pbx.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pbx.api.connection.Message;
import pbx.api.presence.Presence.Kind;

/**
 * One account of the tenant as the PBX last described it, calls aside (protocol notes 6.1 and 6.2).
 *
 * @param fields as last merged
 */
record Person(Map<String, Object> fields) {
    /** From vendor code: these are overwritten by an update even when it does not name them; the others stay. */
    private static final Set<String> OVERWRITTEN = Set.of("code", "chatstatus", "calls");

    private static final Set<String> NAMED =
            Set.of("action", "type", "account", "name", "domain", "registered", "dnd", "chatstatus", "code", "calls");
    private static final Map<String, Kind> KINDS = Map.of(
            "extensions", Kind.EXTENSION,
            "attendants", Kind.ATTENDANT,
            "acds", Kind.QUEUE,
            "hunts", Kind.HUNT_GROUP,
            "conferences", Kind.CONFERENCE,
            "orbits", Kind.ORBIT);

    Person updated(Map<String, Object> update) {
        Map<String, Object> merged = new LinkedHashMap<>(fields);
        merged.keySet().removeAll(OVERWRITTEN);
        update.forEach((name, value) -> {
            if (value != null) {
                merged.put(name, value);
            }
        });
        return new Person(merged);
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
    boolean busy() {
        return !Message.text(fields, "code").isEmpty()
                || !Message.list(fields, "calls").isEmpty();
    }

    List<Map<String, Object>> calls() {
        return Message.list(fields, "calls");
    }

    /** What the platform has no name for, as text. */
    Map<String, String> other() {
        Map<String, String> other = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!NAMED.contains(name) && value != null) {
                other.put(name, value.toString());
            }
        });
        return other;
    }
}
