package pbx.callcontrol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Party;

/** What a call control tells its successor, kept with the call's audio session: what the PBX does not repeat. */
final class Notes {
    private Notes() {}

    static Map<String, String> of(Leg leg) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("direction", leg.direction.name());
        notes.put("began", leg.began.toString());
        notes.put("number", leg.remote.number());
        notes.put("name", leg.remote.name());
        notes.put("state", leg.state.name());
        notes.put("heldHere", flag(leg.heldHere));
        notes.put("heldThere", flag(leg.heldThere));
        notes.put("wantsHold", flag(leg.wantsHold));
        notes.put("resuming", flag(leg.resuming));
        notes.put("answering", flag(leg.answering));
        notes.put("described", flag(leg.described));
        notes.put("answered", leg.answered.map(Instant::toString).orElse(""));
        notes.put("wireId", leg.wireId);
        notes.put("cseq", leg.cseq == null ? "" : leg.cseq.toString());
        notes.put("offer", leg.offer);
        return notes;
    }

    /** Empty if these are nobody's notes. */
    static Optional<Leg> leg(CallId id, Map<String, String> notes) {
        if (!notes.containsKey("direction")) {
            return Optional.empty();
        }
        Leg leg = new Leg(
                id,
                Direction.valueOf(notes.get("direction")),
                Instant.parse(notes.get("began")),
                new Party(notes.getOrDefault("number", ""), notes.getOrDefault("name", "")),
                CallState.valueOf(notes.get("state")));
        leg.heldHere = notes.containsKey("heldHere");
        leg.heldThere = notes.containsKey("heldThere");
        leg.wantsHold = notes.containsKey("wantsHold");
        leg.resuming = notes.containsKey("resuming");
        leg.answering = notes.containsKey("answering");
        leg.described = notes.containsKey("described");
        leg.answered = Optional.ofNullable(notes.get("answered")).map(Instant::parse);
        leg.wireId = notes.getOrDefault("wireId", id.value());
        leg.cseq = cseq(notes.get("cseq"));
        leg.offer = notes.getOrDefault("offer", "");
        return Optional.of(leg);
    }

    /** A number goes back as a number: the PBX may compare it strictly. */
    private static Object cseq(String text) {
        return text == null ? null : text.matches("\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    /** An absent note is a false flag. */
    private static String flag(boolean on) {
        return on ? "yes" : "";
    }
}
