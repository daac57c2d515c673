package pbx.callcontrol;

import java.util.concurrent.CompletableFuture;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Ending;

/**
 * Calls of the account whose audio is on another of its devices, for example a desk phone: the PBX passes on what is wanted.
 * Its list shows what has come of it.
 */
final class OtherDevice {
    private final CallBoard board;
    private final Command command;

    OtherDevice(CallBoard board, Command command) {
        this.board = board;
        this.command = command;
    }

    void answer(Leg leg, CompletableFuture<Call> stage) {
        command.confirmed(
                leg,
                call -> call.state() == CallState.ACTIVE || call.state() == CallState.ENDED,
                Command.PATH_TIME,
                "answer on the other device",
                stage);
        ask(leg, "remote-answer", stage, () -> {});
    }

    void hold(Leg leg, CompletableFuture<Call> stage) {
        command.confirmed(
                leg, call -> call.heldHere() || leg.state.over(), Command.PATH_TIME, "hold on the other device", stage);
        ask(leg, "remote-hold", stage, () -> board.change(leg, held -> held.heldHere = true));
    }

    void resume(Leg leg, CompletableFuture<Call> stage) {
        command.confirmed(leg, call -> !call.heldHere(), Command.PATH_TIME, "resume on the other device", stage);
        if (!stage.isDone()) {
            ask(leg, "remote-resume", stage, () -> board.change(leg, talking -> talking.heldHere = false));
        }
    }

    /** Hangs up, or turns away what rings there. */
    void end(Leg leg, Ending why, CompletableFuture<Call> stage) {
        String what = leg.waits() ? "reject" : "hangup";
        command.confirmed(
                leg, call -> call.state() == CallState.ENDED, Command.PATH_TIME, what + " on the other device", stage);
        ask(leg, what, stage, () -> board.end(leg, why));
    }

    private void ask(Leg leg, String what, CompletableFuture<Call> stage, Runnable done) {
        board.exchanges.ask(
                leg.id.account(),
                Wire.remote(what, leg),
                yes -> {
                    if (!leg.state.over()) {
                        done.run();
                    }
                },
                stage::completeExceptionally);
    }
}
