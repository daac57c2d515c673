package pbx.ui.swing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

/** A call in words. Pure. */
final class CallText {
    private final Texts texts;

    CallText(Texts texts) {
        this.texts = texts;
    }

    /** The name, else the number, else a word for nobody. */
    String who(Party party) {
        String name = Plain.line(party.name().isBlank() ? party.shown() : party.name());
        return name.isEmpty() ? texts.get("call.anonymous") : name;
    }

    /** The number where the name does not already say it. */
    String number(Party party) {
        return party.name().isBlank() ? "" : Plain.line(party.shown());
    }

    /**
     * The state, and what else one should know.
     *
     * @param talking another call is being talked: an incoming one waits
     */
    String state(Call call, boolean talking) {
        if (call.state() == CallState.ENDED) {
            return texts.get("call.ended", call.ending().map(this::why).orElse(""));
        }
        List<String> words = new ArrayList<>();
        words.add(texts.get(call.offered() && talking ? "call.waiting" : "call." + key(call)));
        if (!call.group().isBlank()) {
            words.add(texts.get("call.through", Plain.line(call.group())));
        }
        if (call.state().answered()) {
            addAttributes(call, words);
        }
        if (!call.reachable()) {
            words.add(texts.get("call.unreachable"));
        }
        return String.join(" · ", words);
    }

    /** Why it ended, in the window's language; what only the PBX knows is said in its words. */
    String why(Ending ending) {
        return switch (ending.reason()) {
            case HUNG_UP -> texts.get(ending.by() == Ending.By.HERE ? "ended.HUNG_UP.HERE" : "ended.HUNG_UP");
            case OTHER -> Plain.line(ending.text());
            case MEDIA -> texts.get("ended.MEDIA", Plain.line(ending.text()));
            default -> texts.get("ended." + ending.reason());
        };
    }

    /** How long it has been talked, or nothing before anybody answered. */
    String duration(Call call, Instant now) {
        if (!call.state().answered()) {
            return "";
        }
        return call.answered().map(since -> clock(Duration.between(since, now))).orElse("");
    }

    private static String key(Call call) {
        boolean in = call.direction() == Direction.IN;
        return switch (call.state()) {
            case DIALING -> "dialing";
            case RINGING -> call.offered() ? "incoming" : in ? "ringsElsewhere" : "ringing";
            case CONNECTING -> "connecting";
            case ACTIVE -> held(call);
            case ENDING, ENDED -> "ending";
        };
    }

    private static String held(Call call) {
        if (call.heldHere()) {
            return call.heldThere() ? "heldBoth" : "heldHere";
        }
        return call.heldThere() ? "heldThere" : "talking";
    }

    private void addAttributes(Call call, List<String> words) {
        if (call.muted()) {
            words.add(texts.get("call.muted"));
        }
        if (call.media() != MediaState.CONNECTED && call.media() != MediaState.CONNECTING) {
            words.add(texts.get("call.media." + call.media()));
        }
    }

    static String clock(Duration passed) {
        Duration shown = passed.isNegative() ? Duration.ZERO : passed;
        return shown.toHours() > 0
                ? "%d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart())
                : "%d:%02d".formatted(shown.toMinutes(), shown.toSecondsPart());
    }
}
