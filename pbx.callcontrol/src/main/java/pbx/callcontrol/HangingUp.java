package pbx.callcontrol;

import java.util.concurrent.CompletableFuture;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Ending;
import pbx.api.call.Rejection;

/** Ending a call in whatever state it is. */
final class HangingUp {
    private final CallBoard board;
    private final Command command;
    private final OtherDevice otherDevice;

    HangingUp(CallBoard board, Command command, OtherDevice otherDevice) {
        this.board = board;
        this.command = command;
        this.otherDevice = otherDevice;
    }

    CompletableFuture<Call> hangUp(CallId id) {
        return command.run(stage -> {
            Leg leg = board.leg(id);
            if (leg.state == CallState.ENDING) {
                awaitEnd(leg, stage);
            } else if (leg.elsewhere()) {
                board.exchanges.required(id.account());
                otherDevice.end(leg, Endings.here(leg), stage);
            } else if (!board.exchanges.open(id.account())) {
                board.reach.owe(leg);
                board.end(leg, Endings.here(leg));
                stage.complete(leg.snapshot());
            } else if (leg.waits() && !leg.answering) {
                board.exchanges.send(leg, Wire.rejected(leg, Rejection.DECLINED));
                board.end(leg, Endings.here(leg));
                stage.complete(leg.snapshot());
            } else {
                awaitEnd(leg, stage);
                sayGoodbye(leg);
            }
        });
    }

    private void awaitEnd(Leg leg, CompletableFuture<Call> stage) {
        command.confirmed(leg, call -> call.state() == CallState.ENDED, Command.PATIENCE, "hang up", stage);
    }

    /** The microphone closes at once; a PBX need not confirm (protocol notes 5.7). */
    private void sayGoodbye(Leg leg) {
        Ending here = Endings.here(leg);
        leg.plannedEnding = here;
        board.become(leg, CallState.ENDING);
        board.audio.close(leg);
        board.reach.bye(leg);
        board.writer.after(Floor.SILENCE_IS_CONSENT, () -> board.end(leg, here));
    }
}
