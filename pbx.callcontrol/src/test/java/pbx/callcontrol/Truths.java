package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.media.MediaSession;

/** What must be true after every event of a history, by what was told, what is shown, and what can be heard. */
final class Truths {
    private final Desk desk;
    private final Map<CallId, CallState> last = new HashMap<>();
    /** Calls of a former call control that a new one has not told of yet. */
    private final Set<CallId> forgotten = new HashSet<>();

    private int checked;

    Truths(Desk desk) {
        this.desk = desk;
    }

    /** Every call that was ever told of. */
    List<CallId> known() {
        return List.copyOf(last.keySet());
    }

    /** Call control is replaced. Of calls on other devices the PBX alone knows. */
    void swapped() {
        last.keySet().removeIf(id -> id.value().startsWith("desk"));
        forgotten.addAll(last.keySet());
    }

    void check() {
        List<CallChange> news = List.copyOf(desk.told.subList(checked, desk.told.size()));
        news.forEach(this::check);
        checked = desk.told.size();
        List<Leg> legs = desk.control.board().legs();
        legs.forEach(leg -> assertTrue(leg.state != CallState.ENDED, "an ended call is in the picture"));
        if (!desk.media.stopping) {
            heard(legs);
        }
    }

    private void check(CallChange change) {
        Call after = change.after();
        CallState before = last.put(after.id(), after.state());
        assertTrue(before != CallState.ENDED, () -> "resurrected: " + after);
        boolean replayed = forgotten.remove(after.id());
        if (before != null && !replayed) {
            assertEquals(
                    before,
                    change.before()
                            .orElseThrow(() -> new AssertionError("told as new again: " + after))
                            .state());
            assertTrue(before == after.state() || before.mayBecome(after.state()), () -> before + " to " + after);
        }
        after.ending().ifPresent(ending -> assertTrue(!ending.text().isBlank()));
    }

    /** Never to the wrong party, and always to the right one. */
    private void heard(List<Leg> legs) {
        long talked = 0;
        for (Leg leg : legs) {
            MediaSession session = desk.media.sessions.get(leg.id);
            if (session == null || leg.state.over()) {
                continue;
            }
            boolean open = !session.paused();
            assertTrue(!(open && leg.direction == Direction.IN && leg.state.unanswered()), () -> leg.id + " is heard");
            assertTrue(!(open && leg.heldHere), () -> leg.id + " is on hold and heard");
            assertTrue(
                    open || leg.state != CallState.ACTIVE || leg.wantsHold || leg.heldHere,
                    () -> leg.id + " is talked, and silent");
            talked += open && (leg.state.answered() || leg.described) ? 1 : 0;
        }
        assertTrue(talked <= 1, "several are heard: " + talked);
    }

    /** Everything works again, and long enough has passed. */
    void settled() {
        check();
        List<Leg> here = desk.control.board().legs().stream()
                .filter(leg -> !leg.elsewhere())
                .toList();
        for (Leg leg : here) {
            boolean stuck = List.of(CallState.DIALING, CallState.CONNECTING, CallState.ENDING)
                    .contains(leg.state);
            assertTrue(!stuck, () -> leg.id + " is stuck in " + leg.state);
            assertTrue(desk.media.sessions.containsKey(leg.id), () -> leg.id + " has no audio in " + leg.state);
        }
        assertEquals(here.size(), desk.media.sessions.size(), "a session without a call");
    }

    /** Everybody has hung up. */
    void over() {
        check();
        assertEquals(List.of(), desk.control.board().list());
        assertEquals(Set.of(), desk.media.sessions.keySet());
        last.forEach((id, state) ->
                assertTrue(state == CallState.ENDED || forgotten.contains(id), () -> id + " was left in " + state));
    }
}
