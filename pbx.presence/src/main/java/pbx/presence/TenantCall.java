package pbx.presence;

import java.util.ArrayList;
import java.util.Collections;
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
 * @param tellsState whether its row says how it stands; those in {@code user-state} need not
 * @param phones the extensions that the PBX says it is at, also where they are neither end: members of a ringing group
 * @param other fields without a name here, as text
 */
record TenantCall(
        String id,
        Party from,
        Party to,
        PresenceState state,
        boolean tellsState,
        Set<String> phones,
        Map<String, String> other) {
    private static final Party NOBODY = new Party("", "");

    /** Of a list of rows. */
    static List<TenantCall> list(Object value) {
        List<Map<String, Object>> rows = Message.list(value);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<TenantCall> calls = new ArrayList<>(rows.size());
        for (Map<String, Object> row : rows) {
            calls.add(of(row));
        }
        return Collections.unmodifiableList(calls);
    }

    static TenantCall of(Map<String, Object> row) {
        return new Row(row).call();
    }

    boolean involves(String number) {
        return from.number().equals(number) || to.number().equals(number) || phones.contains(number);
    }

    boolean isBetweenTheSameAs(TenantCall call) {
        return from.number().equals(call.from.number())
                && to.number().equals(call.to.number())
                && phones.equals(call.phones);
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

    /** What a row says, read in one pass: a list holds every call of the tenant, and comes with every change of one. */
    private static final class Row {
        private String id = "";
        private String from = "";
        private String fromNumber = "";
        private String fromName = "";
        private String to = "";
        private String toNumber = "";
        private String toName = "";
        private String state = "";
        private String callstate = "";
        private Set<String> phones = Set.of();
        private Map<String, String> other = Map.of();

        Row(Map<String, Object> row) {
            row.forEach(this::read);
        }

        private void read(String field, Object value) {
            switch (field) {
                case "id" -> id = Message.text(value);
                case "from" -> from = Message.text(value);
                case "from-number" -> fromNumber = Message.text(value);
                case "from-name" -> fromName = Message.text(value);
                case "to" -> to = Message.text(value);
                case "to-number" -> toNumber = Message.text(value);
                case "to-name" -> toName = Message.text(value);
                case "state" -> state = Message.text(value);
                case "callstate" -> callstate = Message.text(value);
                case "extension" -> phones = phones(value);
                case "start", "connect" -> {} // call control's
                default -> readOther(field, value);
            }
        }

        private void readOther(String field, Object value) {
            if (value != null && !"".equals(value)) {
                if (other.isEmpty()) {
                    other = new TreeMap<>();
                }
                other.put(field, value.toString());
            }
        }

        TenantCall call() {
            Party caller = party(from, fromNumber, fromName);
            Party called = party(to, toNumber, toName);
            // newer PBXs say state, older ones callstate
            String stands = state.isEmpty() ? callstate : state;
            return new TenantCall(
                    id.isEmpty() ? caller.number() + ">" + called.number() : id,
                    caller,
                    called,
                    state(stands),
                    !stands.isEmpty(),
                    phones,
                    other);
        }
    }

    /** The number and the name where the PBX gives them, else what the header form holds. */
    private static Party party(String header, String number, String name) {
        if (!number.isEmpty() && !name.isEmpty()) {
            return new Party(number, name);
        }
        Party read = header.isEmpty() ? NOBODY : Party.ofHeader(header).orElse(NOBODY);
        return number.isEmpty() && name.isEmpty()
                ? read
                : new Party(number.isEmpty() ? read.number() : number, name.isEmpty() ? read.name() : name);
    }

    /** Which of the two words for a held call is which side is unknown. */
    private static PresenceState state(String word) {
        return switch (word) {
            case "connected" -> PresenceState.TALKING;
            case "holding", "onhold" -> PresenceState.HELD;
            default -> PresenceState.RINGING;
        };
    }

    /** Some come with a star, of which nothing is known but that it does not belong to the number. */
    private static Set<String> phones(Object value) {
        if (!(value instanceof List<?> list)) {
            return value instanceof String one && !one.isEmpty() ? Set.of(one.replace("*", "")) : Set.of();
        }
        Set<String> phones = new LinkedHashSet<>();
        list.forEach(phone -> phones.add(String.valueOf(phone).replace("*", "")));
        phones.remove("");
        return phones;
    }
}
