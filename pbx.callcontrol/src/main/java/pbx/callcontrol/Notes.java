package pbx.callcontrol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
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
        notes.put("group", leg.group);
        notes.put("state", leg.state.name());
        notes.put("answered", leg.answered.map(Instant::toString).orElse(""));
        notes.put("recordedThere", flag(leg.recordedThere));
        wanted(leg, notes);
        wire(leg, notes);
        return notes;
    }

    private static void wanted(Leg leg, Map<String, String> notes) {
        notes.put("asked", leg.asked == 0 ? "" : Long.toString(leg.asked));
        notes.put("heldHere", flag(leg.heldHere));
        notes.put("heldThere", flag(leg.heldThere));
        notes.put("wantsHold", flag(leg.wantsHold));
        notes.put("resuming", flag(leg.resuming));
        notes.put("answering", flag(leg.answering));
        notes.put("leaving", leg.leaving == null ? "" : leg.leaving.reason.name());
        notes.put("leavingText", leg.leaving == null ? "" : leg.leaving.text);
    }

    private static void wire(Leg leg, Map<String, String> notes) {
        notes.put("wireId", leg.wireId);
        notes.put("named", flag(leg.named));
        notes.put("cseq", leg.cseq == null ? "" : leg.cseq.toString());
        notes.put("offer", leg.offer);
        notes.put("offerAnswered", flag(leg.offerAnswered));
        notes.put("offering", flag(leg.offering));
        notes.put("described", flag(leg.described));
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
        leg.group = notes.getOrDefault("group", "");
        leg.answered = Optional.ofNullable(notes.get("answered")).map(Instant::parse);
        leg.recordedThere = notes.containsKey("recordedThere");
        readWanted(leg, notes);
        readWire(leg, notes);
        return Optional.of(leg);
    }

    private static void readWanted(Leg leg, Map<String, String> notes) {
        leg.asked = Long.parseLong(notes.getOrDefault("asked", "0"));
        leg.heldHere = notes.containsKey("heldHere");
        leg.heldThere = notes.containsKey("heldThere");
        leg.wantsHold = notes.containsKey("wantsHold");
        leg.resuming = notes.containsKey("resuming");
        leg.answering = notes.containsKey("answering");
        if (notes.containsKey("leaving")) {
            EndReason reason = EndReason.valueOf(notes.get("leaving"));
            leg.leaving = new Departure(reason, notes.getOrDefault("leavingText", "transferred"), false);
        }
    }

    private static void readWire(Leg leg, Map<String, String> notes) {
        leg.wireId = notes.getOrDefault("wireId", leg.id.value());
        leg.named = notes.containsKey("named");
        leg.cseq = cseq(notes.get("cseq"));
        leg.offer = notes.getOrDefault("offer", "");
        leg.offerAnswered = notes.containsKey("offerAnswered");
        leg.offering = notes.containsKey("offering");
        leg.described = notes.containsKey("described");
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
