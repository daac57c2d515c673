package pbx.callcontrol;

import java.util.List;
import java.util.function.Consumer;
import pbx.api.PbxException;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;

/**
 * Calls on their way out of here, to somebody else or an orbit. They go by the PBX's {@code bye}; one that comes before the
 * PBX has said whether it agrees may as well be the far end's hang-up, so that what is told waits for the PBX's word. Confined
 * to the writer thread.
 */
final class Departures {
    private final CallBoard board;

    Departures(CallBoard board) {
        this.board = board;
    }

    /** By a message that has no answer: the PBX's bye tells that it has worked. */
    Departure begin(Leg leg, EndReason reason, String text) {
        Departure departure = new Departure(reason, text, false);
        board.change(leg, going -> going.leaving = departure);
        return departure;
    }

    void giveUp(Leg leg, Departure departure) {
        if (leg.leaving == departure) {
            board.change(leg, stays -> stays.leaving = null);
        }
    }

    /** Over REST, which has an answer. The calls leave together, or all stay as they were. */
    void ask(
            List<Leg> legs,
            Request request,
            EndReason reason,
            String text,
            Runnable gone,
            Consumer<PbxException> failed) {
        legs.forEach(leg -> board.change(leg, going -> going.leaving = new Departure(reason, text, true)));
        board.exchanges.ask(
                legs.get(0).id.account(),
                request,
                yes -> {
                    legs.forEach(this::agreed);
                    gone.run();
                },
                no -> {
                    legs.forEach(this::refused);
                    failed.accept(no);
                });
    }

    private void agreed(Leg leg) {
        if (leg.state == CallState.ACTIVE) {
            board.change(leg, going -> going.leaving.asked = false);
            watch(leg);
        } else if (leg.plannedEnding == null) {
            board.end(leg, leg.leaving.ending());
        }
    }

    /** What ended it meanwhile was not us. */
    private void refused(Leg leg) {
        boolean interrupted = leg.state == CallState.ENDING && leg.plannedEnding == null;
        giveUp(leg, leg.leaving);
        if (interrupted) {
            board.end(leg, Endings.hungUp(leg));
        }
    }

    /** The PBX has agreed: the call has left, also where no bye comes. */
    private void watch(Leg leg) {
        board.writer.after(Command.PATIENCE, () -> {
            if (!leg.state.over()) {
                board.reach.owe(leg);
                board.end(leg, leg.leaving.ending());
            }
        });
    }

    /** The PBX or the far end lets go of the call. */
    void bye(Leg leg, Ending otherwise) {
        if (leg.leaving == null || leg.state == CallState.ENDING) {
            board.end(leg, otherwise);
        } else if (leg.leaving.asked) {
            board.become(leg, CallState.ENDING);
            board.audio.close(leg);
        } else {
            board.end(leg, otherwise.reason() == EndReason.HUNG_UP ? leg.leaving.ending() : otherwise);
        }
    }

    /** A former call control's: whether the PBX agreed was told to it, and is shown by a bye that comes soon or not at all. */
    void goOn(Leg leg) {
        Departure departure = leg.leaving;
        if (departure != null) {
            board.writer.after(Command.PATIENCE, () -> {
                if (!leg.state.over()) {
                    giveUp(leg, departure);
                }
            });
        }
    }
}
