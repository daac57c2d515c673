package pbx.console.html;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.console.Snapshot;

/** The calls, one row each. */
public final class CallRows {
    static final List<String> HEADINGS =
            List.of("Remote", "Direction", "State", "Audio", "Duration", "Quality", "Account");

    private CallRows() {}

    static List<String> columns(boolean controls) {
        return Controls.columns(HEADINGS, controls);
    }

    static String render(Snapshot snapshot, Instant now, boolean controls) {
        if (snapshot.calls().isEmpty()) {
            return Html.emptyRow(columns(controls).size(), "No calls.");
        }
        return snapshot.calls().stream()
                .map(call -> row(call, snapshot, now, controls))
                .collect(Collectors.joining());
    }

    private static String row(Call call, Snapshot snapshot, Instant now, boolean controls) {
        String cells = Html.cells(
                Parties.full(call.remote()),
                call.direction() == Direction.IN ? "incoming" : "outgoing",
                Html.badge(style(call.state()), words(call.state())),
                marks(call),
                duration(call, now),
                QualityGraph.render(snapshot.readings().getOrDefault(call.id(), List.of())),
                Html.name(snapshot.label(call.account())));
        return "<tr>" + cells + (controls ? Html.cell(buttons(call)) : "") + "</tr>";
    }

    /** Names a call in a form. */
    public static String key(Call call) {
        return call.account().value() + " " + call.id().value();
    }

    private static String buttons(Call call) {
        return Controls.button("hangup", key(call), "Hang up")
                + (call.state() == CallState.ACTIVE ? Controls.button("transfer", key(call), "Transfer") : "");
    }

    private static String marks(Call call) {
        List<String> marks = new ArrayList<>();
        if (call.heldHere()) {
            marks.add(Html.badge("busy", "on hold here"));
        }
        if (call.heldThere()) {
            marks.add(Html.badge("busy", "on hold there"));
        }
        if (call.muted()) {
            marks.add(Html.badge("busy", "muted"));
        }
        if (call.media() == MediaState.FAILED) {
            marks.add(Html.badge("bad", "no audio"));
        }
        if (call.media() == MediaState.ELSEWHERE) {
            marks.add(Html.badge("off", "on another device"));
        }
        if (call.recording()) {
            marks.add(Html.badge("bad", "recorded"));
        }
        if (!call.reachable()) {
            marks.add(Html.badge("bad", "PBX not reachable"));
        }
        return String.join(" ", marks);
    }

    /** The script of the page counts on from data-seconds; without it the time of the rendering stands. */
    private static String duration(Call call, Instant now) {
        return call.answered()
                .map(answered -> Math.max(0, Duration.between(answered, now).toSeconds()))
                .map(seconds -> "<time data-seconds=\"" + seconds + "\">" + clock(seconds) + "</time>")
                .orElse("");
    }

    static String clock(long seconds) {
        long hours = seconds / 3600;
        return hours > 0
                ? "%d:%02d:%02d".formatted(hours, seconds / 60 % 60, seconds % 60)
                : "%02d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private static String words(CallState state) {
        return switch (state) {
            case DIALING -> "dialing";
            case RINGING -> "ringing";
            case CONNECTING -> "connecting";
            case ACTIVE -> "active";
            case ENDING -> "ending";
            case ENDED -> "ended";
        };
    }

    private static String style(CallState state) {
        return switch (state) {
            case DIALING, RINGING, CONNECTING -> "busy";
            case ACTIVE -> "good";
            case ENDING, ENDED -> "off";
        };
    }
}
