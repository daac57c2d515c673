package pbx.callcontrol;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;

/** Hold and resume, as the user wants them; {@link Floor} does what follows for the audio and tells the PBX of a hold. */
final class Holding {
    /** By then a PBX has answered an offer; and there is time left to ask again, see {@link Command#PATIENCE}. */
    private static final Duration ANSWERED = Duration.ofSeconds(1);

    private final CallBoard board;
    private final Command command;
    private final Offers offers;
    private final OtherDevice otherDevice;

    Holding(CallBoard board, Command command, Offers offers, OtherDevice otherDevice) {
        this.board = board;
        this.command = command;
        this.offers = offers;
        this.otherDevice = otherDevice;
    }

    CompletableFuture<Call> hold(CallId id) {
        return command.run(stage -> {
            Leg leg = command.staying(id, "held");
            if (leg.elsewhere()) {
                otherDevice.hold(leg, stage);
                return;
            }
            PbxException again = new PbxException(Reason.WRONG_STATE, "the call was held again before it was back");
            board.change(leg, wanted -> {
                wanted.wantsHold = true;
                wanted.holdSent = wanted.holdSent && !wanted.resuming;
                wanted.resuming = false;
            });
            leg.resumption.completeExceptionally(again);
            command.confirmed(leg, Call::heldHere, Command.PATIENCE, "hold", stage);
        });
    }

    CompletableFuture<Call> resume(CallId id) {
        return command.run(stage -> {
            Leg leg = command.staying(id, "resumed");
            if (leg.elsewhere()) {
                otherDevice.resume(leg, stage);
            } else if (leg.resuming) {
                Command.pass(leg.resumption, stage);
            } else if (leg.wantsHold) {
                board.floor.take(leg, wanted -> {
                    wanted.wantsHold = false;
                    wanted.holdSent = false;
                    wanted.resuming = true;
                });
                await(leg, stage);
                askBack(leg);
            } else {
                stage.complete(leg.snapshot());
            }
        });
    }

    private void await(Leg leg, CompletableFuture<Call> stage) {
        leg.resumption = stage;
        command.confirmed(
                leg, call -> !leg.resuming && !leg.wantsHold && !call.heldHere(), Command.PATIENCE, "resume", stage);
        Command.otherwise(stage, () -> {
            if (leg.resumption == stage) {
                stayHeld(leg);
            }
        });
    }

    /**
     * Legacy: with a fresh offer, which the PBX answers. Modern: without one (seen in clients, protocol notes 5.8), the PBX
     * may make an offer itself; but audio that is broken needs ours.
     */
    private void askBack(Leg leg) {
        leg.consent.close();
        if (!board.exchanges.modern(leg.id.account()) || leg.media == MediaState.FAILED) {
            offers.anew(leg, failed -> refused(leg, failed));
        } else {
            board.exchanges.send(leg, Wire.resume(leg));
            board.floor.consent(leg, () -> {
                if (leg.reachable) {
                    resumed(leg);
                }
            });
        }
    }

    /** The PBX has agreed: audio flows again, unless the user has changed their mind. */
    void resumed(Leg leg) {
        if (leg.resuming && leg.state == CallState.ACTIVE) {
            leg.consent.close();
            board.change(leg, talking -> {
                talking.resuming = false;
                talking.heldHere = false;
            });
        }
    }

    /** The PBX, or audio, has said no: it stays on hold. */
    void refused(Leg leg, PbxException why) {
        leg.resumption.completeExceptionally(why);
    }

    private void stayHeld(Leg leg) {
        if (leg.resuming && !leg.state.over()) {
            leg.consent.close();
            board.change(leg, held -> {
                held.resuming = false;
                held.wantsHold = true;
                held.heldHere = true;
                held.holdSent = true;
            });
        }
    }

    /**
     * A resume that a former call control had begun. The answer to its offer may still come; or it took it with itself, and then
     * nothing comes: after a moment the PBX is asked again.
     */
    void goOn(Leg leg) {
        if (leg.resuming) {
            await(leg, new CompletableFuture<>());
            if (leg.offering) {
                board.writer.after(ANSWERED, () -> {
                    if (leg.resuming && leg.offering) {
                        askBack(leg);
                    }
                });
            } else {
                askBack(leg);
            }
        }
    }
}
