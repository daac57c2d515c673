package pbx.callcontrol;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;
import pbx.api.call.Rejection;

/** What is done with a call that rings here. */
final class Answering {
    private final CallBoard board;
    private final Command command;
    private final Watch watch;
    private final OtherDevice otherDevice;

    Answering(CallBoard board, Command command, Watch watch, OtherDevice otherDevice) {
        this.board = board;
        this.command = command;
        this.watch = watch;
        this.otherDevice = otherDevice;
    }

    CompletableFuture<Call> answer(CallId id) {
        return command.run(stage -> {
            Leg leg = board.leg(id);
            if (leg.state.answered()) {
                stage.complete(leg.snapshot());
                return;
            }
            if (!leg.waits()) {
                throw Command.wrong(leg, "answered");
            }
            board.exchanges.required(id.account());
            if (leg.elsewhere()) {
                otherDevice.answer(leg, stage);
                return;
            }
            board.audio.required();
            boolean first = !leg.answering;
            command.confirmed(leg, Answering::done, Command.PATH_TIME, "answer", stage);
            if (first) {
                pickUp(leg, stage);
            }
        });
    }

    private static boolean done(Call call) {
        return call.state() == CallState.ACTIVE || call.state() == CallState.ENDED;
    }

    private void pickUp(Leg leg, CompletableFuture<Call> stage) {
        board.floor.take(leg, up -> up.answering = true);
        command.audio(leg, stage, m -> m.answer(leg.id, leg.offer), sdp -> send(leg, sdp, stage));
        Command.otherwise(stage, () -> board.change(leg, still -> still.answering = still.answering && !still.waits()));
    }

    /** Picked up with a call control that was replaced before the PBX knew. */
    void goOn(Leg leg) {
        if (leg.waits() && leg.answering) {
            pickUp(leg, new CompletableFuture<>());
        }
    }

    /** Where it cannot be sent the call rings on: the PBX has not heard that it was picked up. */
    private void send(Leg leg, String sdp, CompletableFuture<Call> stage) {
        board.exchanges.send(
                leg,
                Wire.answer(leg, sdp),
                () -> {
                    if (!leg.state.over()) {
                        sent(leg);
                    }
                },
                stage::completeExceptionally);
    }

    private void sent(Leg leg) {
        board.change(leg, answered -> {
            answered.answered = Optional.of(board.clock.instant());
            answered.offerAnswered = true;
        });
        board.become(leg, leg.media == MediaState.CONNECTED ? CallState.ACTIVE : CallState.CONNECTING);
        board.audio.described(leg);
        watch.path(leg);
    }

    CompletableFuture<Call> reject(CallId id, Rejection why) {
        return command.run(stage -> {
            Leg leg = board.leg(id);
            if (!leg.waits() || leg.answering) {
                throw Command.wrong(leg, "rejected");
            }
            board.exchanges.required(id.account());
            if (leg.elsewhere()) {
                otherDevice.end(leg, Endings.rejected(why), stage);
                return;
            }
            board.exchanges.send(leg, Wire.rejected(leg, why));
            board.end(leg, Endings.rejected(why));
            stage.complete(leg.snapshot());
        });
    }
}
