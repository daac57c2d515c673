package pbx.presence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pbx.api.call.Party;
import pbx.api.connection.Message;
import pbx.api.presence.PresenceState;

/**
 * One call of the tenant as a {@code call-state} describes it (protocol notes 6.3).
 *
 * @param phones the extensions that the PBX says it is at, also where they are neither end: members of a ringing group
 * @param other fields without a name here, as text
 */
record TenantCall(String id, Party from, Party to, PresenceState state, Set<String> phones, Map<String, String> other) {
    private static final Set<String> NAMED = Set.of(
            "id",
            "from",
            "to",
            "from-number",
            "to-number",
            "from-name",
            "to-name",
            "state",
            "callstate",
            "start",
            "connect",
            "extension");

    static TenantCall of(Map<String, Object> call) {
        Party from = party(call, "from");
        Party to = party(call, "to");
        String id = Message.text(call, "id");
        return new TenantCall(
                id.isEmpty() ? from.number() + ">" + to.number() : id,
                from,
                to,
                state(call),
                phones(call),
                other(call));
    }

    boolean involves(String number) {
        return from.number().equals(number) || to.number().equals(number) || phones.contains(number);
    }

    /** Every number whose presence it touches. */
    Set<String> numbers() {
        Set<String> numbers = new LinkedHashSet<>(phones);
        numbers.add(from.number());
        numbers.add(to.number());
        return numbers;
    }

    /** Who {@code number} talks to. */
    Party other(String number) {
        return from.number().equals(number) ? to : from;
    }

    /** {@code from-number} and {@code from-name} where the PBX gives them, else what the header form holds. */
    static Party party(Map<String, Object> call, String side) {
        String number = Message.text(call, side + "-number");
        String name = Message.text(call, side + "-name");
        if (!number.isEmpty() && !name.isEmpty()) {
            return new Party(number, name);
        }
        Party header = Party.ofHeader(Message.text(call, side)).orElse(new Party("", ""));
        return new Party(number.isEmpty() ? header.number() : number, name.isEmpty() ? header.name() : name);
    }

    /** Whether the row says how its call stands; those in {@code user-state} need not. */
    static boolean tellsState(Map<String, Object> call) {
        return !Message.text(call, "state").isEmpty()
                || !Message.text(call, "callstate").isEmpty();
    }

    /** Newer PBXs say {@code state}, older ones {@code callstate}; which of the two hold words is which side is unknown. */
    private static PresenceState state(Map<String, Object> call) {
        String state = Message.text(call, "state");
        return switch (state.isEmpty() ? Message.text(call, "callstate") : state) {
            case "connected" -> PresenceState.TALKING;
            case "holding", "onhold" -> PresenceState.HELD;
            default -> PresenceState.RINGING;
        };
    }

    /** Some come with a star, of which nothing is known but that it does not belong to the number. */
    private static Set<String> phones(Map<String, Object> call) {
        Object value = call.get("extension");
        if (!(value instanceof List<?> list)) {
            return value instanceof String one && !one.isEmpty() ? Set.of(one.replace("*", "")) : Set.of();
        }
        Set<String> phones = new LinkedHashSet<>();
        list.forEach(phone -> phones.add(String.valueOf(phone).replace("*", "")));
        phones.remove("");
        return phones;
    }

    private static Map<String, String> other(Map<String, Object> call) {
        Map<String, String> other = new TreeMap<>();
        call.forEach((name, value) -> {
            if (value != null && !"".equals(value) && !NAMED.contains(name)) {
                other.put(name, value.toString());
            }
        });
        return other.isEmpty() ? Map.of() : other;
    }
}
