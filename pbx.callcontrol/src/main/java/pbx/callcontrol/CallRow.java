package pbx.callcontrol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pbx.api.call.Party;
import pbx.api.connection.Message;

/**
 * One entry of the PBX's list of calls (protocol notes 6.3).
 *
 * @param from who placed it
 * @param extensions of the tenant that are in it; some come with a mark of unknown meaning, which is left out
 * @param recorded empty if the PBX did not say
 */
record CallRow(
        String id,
        Party from,
        Party to,
        String state,
        Optional<Instant> start,
        Optional<Instant> connect,
        List<String> extensions,
        Optional<Boolean> recorded) {

    private static final double MOST_SECONDS = 1e12;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}([.][0-9]{1,9})?");

    static CallRow of(Map<String, Object> call) {
        String state = Message.text(call, "state");
        return new CallRow(
                Message.text(call, "id"),
                party(call, "from"),
                party(call, "to"),
                state.isEmpty() ? Message.text(call, "callstate") : state, // newer and older PBXs
                time(call.get("start")),
                time(call.get("connect")),
                extensions(call.get("extension")),
                call.containsKey("rec") ? Optional.of(!Message.text(call, "rec").isBlank()) : Optional.empty());
    }

    private static Party party(Map<String, Object> call, String end) {
        Party header = Party.ofHeader(Message.text(call, end)).orElse(new Party("", ""));
        String number = Message.text(call, end + "-number");
        String name = Message.text(call, end + "-name");
        return new Party(number.isEmpty() ? header.number() : number, name.isEmpty() ? header.name() : name);
    }

    private static List<String> extensions(Object field) {
        return field instanceof List<?> list
                ? list.stream()
                        .map(each -> String.valueOf(each).replace("*", ""))
                        .toList()
                : List.of();
    }

    /** Seconds since 1970, as a number or a text, with a fraction or without. */
    private static Optional<Instant> time(Object value) {
        if (value instanceof Double seconds && seconds >= 0 && seconds < MOST_SECONDS) { // as most PBXs send it
            return Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1e3)));
        }
        String seconds = Message.text(value);
        if (seconds.isEmpty() || !SECONDS.matcher(seconds).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Instant.ofEpochMilli(new BigDecimal(seconds).movePointRight(3).longValue()));
    }

    boolean connected() {
        return "connected".equals(state);
    }

    /** Vendor code has both words; which is which side is not documented, so who held is told from what we asked for. */
    boolean held() {
        return "holding".equals(state) || "onhold".equals(state);
    }

    /** Inferred: the word for this side's hold. Trusted only where nothing else tells, of calls on other devices. */
    boolean heldByUs() {
        return "holding".equals(state);
    }

    boolean answered() {
        return connected() || held();
    }

    boolean involves(String extension) {
        return from.number().equals(extension) || to.number().equals(extension) || extensions.contains(extension);
    }

    boolean placedBy(String extension) {
        return from.number().equals(extension);
    }

    Party far(String extension) {
        return placedBy(extension) ? to : from;
    }
}
