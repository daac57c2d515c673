package pbx.callcontrol;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Dialable;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

/** Calls that this side places. */
final class Dialling {
    private final CallBoard board;
    private final Command command;
    private final Watch watch;
    private final SecureRandom random = new SecureRandom();
    /** What each account dialled last. */
    private final Map<AccountId, String> last = new HashMap<>();

    Dialling(CallBoard board, Command command, Watch watch) {
        this.board = board;
        this.command = command;
        this.watch = watch;
    }

    CompletableFuture<Call> dial(AccountId from, String typed) {
        return command.run(stage -> dial(from, board.unasked(from, typed), stage));
    }

    CompletableFuture<Call> redial(AccountId from) {
        return command.run(stage -> {
            String number = last.get(from);
            if (number == null) {
                throw new PbxException(Reason.WRONG_STATE, "this account has dialled nothing yet");
            }
            dial(from, board.dialable(from, number), stage);
        });
    }

    private void dial(AccountId from, Dialable to, CompletableFuture<Call> stage) {
        if (!to.emergency()) {
            checkMost(from);
        }
        place(from, new Party(to.number(), "", to.shown()), stage);
        last.put(from, to.number());
    }

    private void checkMost(AccountId from) {
        int most = board.rules().mostCalls();
        if (board.legs(from).stream().filter(leg -> !leg.elsewhere()).count() >= most) {
            throw new PbxException(
                    Reason.DENIED, "this account has " + most + " calls, which is the most it may have; end one first");
        }
    }

    CompletableFuture<Call> retrieve(AccountId by, String orbit) {
        return command.run(stage -> service(by, StarCodes.retrieve(Extension.of(orbit)), "orbit " + orbit, stage));
    }

    CompletableFuture<Call> pickUp(AccountId by, String extension) {
        return command.run(
                stage -> service(by, StarCodes.pickUp(Extension.of(extension)), "pickup of " + extension, stage));
    }

    private void service(AccountId by, String code, String name, CompletableFuture<Call> stage) {
        checkMost(by);
        place(by, new Party(code, name.strip()), stage);
    }

    /** Places it whatever the rules say; throws before anything has happened. */
    void place(AccountId from, Party to, CompletableFuture<Call> stage) {
        board.exchanges.required(from);
        board.audio.required();
        Leg leg = new Leg(new CallId(from, newId()), Direction.OUT, board.clock.instant(), to, CallState.DIALING);
        board.add(leg);
        offer(leg, stage);
    }

    /** Seen in clients: eight hex digits and a suffix. */
    private String newId() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "@app";
    }

    /** A call that was taken over before its offer was on the wire is placed now; one that was placed is watched. */
    void goOn(Leg leg) {
        if (leg.state == CallState.DIALING && !leg.described) {
            offer(leg, new CompletableFuture<>());
        } else {
            watch.path(leg);
        }
    }

    private void offer(Leg leg, CompletableFuture<Call> stage) {
        board.audio.ask(
                leg,
                m -> m.offer(leg.id),
                sdp -> {
                    board.floor.take(leg, offered -> offered.media = MediaState.CONNECTING);
                    send(leg, sdp, stage);
                },
                failed -> {
                    board.end(leg, Endings.noAudio(failed.getMessage()));
                    stage.completeExceptionally(failed);
                });
        watch.path(leg);
    }

    private void send(Leg leg, String sdp, CompletableFuture<Call> stage) {
        board.exchanges.send(
                leg,
                Wire.offer(leg.remote.number(), leg.wireId, sdp),
                () -> {
                    if (leg.state != CallState.ENDED) {
                        board.audio.described(leg);
                    }
                    stage.complete(leg.snapshot());
                },
                failed -> {
                    board.end(leg, Endings.lost("the connection was lost while the call was being set up"));
                    stage.completeExceptionally(failed);
                });
    }
}
