package pbx.callcontrol;

import java.util.concurrent.CompletableFuture;
import pbx.api.call.Call;
import pbx.api.call.CallId;

/** What is done in a call that is talked, and leaves it where it is. */
final class InCall {
    private final CallBoard board;
    private final Command command;

    InCall(CallBoard board, Command command) {
        this.board = board;
        this.command = command;
    }

    CompletableFuture<Call> mute(CallId id, boolean muted) {
        return command.run(stage -> {
            Leg leg = command.talked(id, muted ? "muted" : "unmuted");
            command.confirmed(leg, call -> call.muted() == muted, Command.PATIENCE, "mute", stage);
            if (!stage.isDone()) {
                command.audio(leg, stage, m -> m.mute(id, muted), done -> {});
            }
        });
    }

    CompletableFuture<Call> press(CallId id, String typed) {
        return command.run(stage -> {
            Leg leg = command.talked(id, "given digits");
            String digits = Tones.of(typed);
            command.audio(leg, stage, m -> m.press(id, digits), done -> stage.complete(leg.snapshot()));
        });
    }

    CompletableFuture<Call> record(CallId id, boolean on) {
        return command.run(stage -> {
            Leg leg = command.active(id, on ? "recorded" : "taken off the record");
            board.exchanges.required(id.account());
            String what = (on ? "start" : "end") + " of recording";
            command.confirmed(leg, call -> leg.recordedThere == on, Command.PATIENCE, what, stage);
            if (!stage.isDone()) {
                board.exchanges.send(leg, Wire.record(leg, on), () -> {}, stage::completeExceptionally);
            }
        });
    }
}
