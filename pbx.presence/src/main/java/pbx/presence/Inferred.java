package pbx.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import pbx.api.connection.Message;
import pbx.api.presence.PresenceState;

/**
 * Everything about presence on the wire for which there is no evidence, or hardly any: shapes that nobody has shown (protocol
 * notes 4.3) and rules that are a choice where the sources are silent. Change it here when a real PBX has been captured.
 */
final class Inferred {
    /** So soon after a doubt the PBX is asked: mostly the next message settles it. */
    static final Duration SETTLING = Duration.ofMillis(500);
    /**
     * After so long without a picture it is asked for, and the directory serves as one: whether newer PBXs send one unasked,
     * or at all, is not known.
     */
    static final Duration NO_PICTURE = Duration.ofSeconds(2);

    private static final Map<String, PresenceState> LAMPS = Map.of(
            "idle", PresenceState.IDLE,
            "ringing", PresenceState.RINGING,
            "busy", PresenceState.TALKING,
            "parked", PresenceState.HELD,
            "offline", PresenceState.OFFLINE);

    private Inferred() {}

    /** A lamp's number and what it shows; empty for any other shape. */
    static Optional<Map.Entry<String, PresenceState>> lamp(Message blf) {
        String number = blf.text("extension");
        PresenceState shown = LAMPS.get(blf.text("state"));
        return number.isEmpty() || shown == null ? Optional.empty() : Optional.of(Map.entry(number, shown));
    }

    /** Each orbit that the message, or the REST answer of the same shape, names: in the fields of {@code user-state}. */
    static List<Map<String, Object>> orbits(List<Map<String, Object>> told) {
        List<Map<String, Object>> orbits = new ArrayList<>();
        for (Map<String, Object> orbit : told) {
            Map<String, Object> fields = new LinkedHashMap<>(orbit);
            fields.put("type", "orbits");
            fields.put("account", Message.text(orbit, "name"));
            fields.remove("name");
            Object display = fields.remove("display");
            if (display != null && !"".equals(display)) {
                fields.put("name", display);
            }
            orbits.add(fields);
        }
        return orbits;
    }

    /** The objects of a REST answer, whose examples are not published: a list, or an object that holds one. */
    static List<Map<String, Object>> rows(Object answer) {
        Object list = answer instanceof Map<?, ?> map
                ? map.values().stream()
                        .filter(List.class::isInstance)
                        .map(Object.class::cast)
                        .findFirst()
                        .orElse(List.of())
                : answer;
        return list instanceof List<?> ? Message.list(Map.of("rows", list), "rows") : List.of();
    }

    /** What shows the tenant's picture once more. That it does so when it is on already is a choice of the embedded PBX. */
    static Message pictureAgain() {
        return Message.of("domain-calls", "subscribe", true);
    }

    /** The counter of {@code missed-calls}, as text. */
    static String missed(Message message) {
        return message.text("count");
    }

    /**
     * Whether a call without the own number can only be in a list of the tenant's calls. One that came through a group may be
     * an own call under the group's number, unless the PBX says whose phones it is at.
     */
    static boolean surelyOfOthers(TenantCall call, Predicate<String> group, Predicate<String> known) {
        boolean unknown =
                !known.test(call.from().number()) && !known.test(call.to().number());
        return !call.phones().isEmpty() || !(group.test(call.to().number()) || unknown);
    }
}
