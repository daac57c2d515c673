package pbx.callcontrol;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Party;
import pbx.api.connection.Message;

/**
 * The PBX's descriptions of calls that are placed or up: its answers to our offers, and in the modern dialect its own offers,
 * which are answered (protocol notes 5.2). Confined to the writer thread.
 */
final class Descriptions {
    private static final Logger log = LoggerFactory.getLogger(Descriptions.class);

    private final CallBoard board;
    private final Progress progress;
    private final Holding holding;

    Descriptions(CallBoard board, Progress progress, Holding holding) {
        this.board = board;
        this.progress = progress;
        this.holding = holding;
    }

    void received(AccountId account, Message message) {
        String callid = message.text("callid");
        Optional<Leg> found = board.byWire(account, callid).or(() -> aliased(account, message));
        if (found.isEmpty()) {
            log.warn("a description for the unknown call {}; ignored", callid);
            return;
        }
        Leg leg = found.get();
        if (leg.state.over() || leg.waits() || leg.elsewhere()) {
            log.debug("call {}: a description that nobody waits for; ignored", leg.id);
            return;
        }
        board.change(leg, named -> {
            named.named = true;
            named.remote = reached(leg, message);
        });
        int code = Dialect.code(message);
        String sdp = Dialect.sdp(message, "sdp");
        if (code >= 400) {
            refused(leg, code);
        } else if (Dialect.offers(sdp) && board.exchanges.modern(account)) {
            offered(leg, sdp, message);
        } else {
            accept(leg, sdp);
            progress.told(leg, code);
        }
    }

    /** Who answers may be somebody else than was dialled. */
    private Party reached(Leg leg, Message message) {
        String name = message.text("to-display");
        String number = message.text("to-user");
        if (leg.direction == Direction.IN || (name.isBlank() && number.isBlank())) {
            return leg.remote;
        }
        return board.party(leg.id.account(), number.isBlank() ? leg.remote.number() : number, name);
    }

    // --- the PBX's answers ---

    private void accept(Leg leg, String sdp) {
        board.audio.ask(
                leg,
                m -> m.accept(leg.id, Dialect.answer(sdp)),
                accepted -> agreed(leg),
                failed -> unusable(leg, failed));
    }

    /** An answer to a fresh offer: what the PBX was told meanwhile about hold it may have forgotten. */
    private void agreed(Leg leg) {
        if (!leg.offering) {
            return;
        }
        board.change(leg, closed -> {
            closed.offering = false;
            closed.holdSent = closed.holdSent && !closed.wantsHold;
        });
        holding.resumed(leg);
    }

    // --- the PBX's offers ---

    private void offered(Leg leg, String sdp, Message message) {
        int code = Dialect.code(message);
        if (sdp.equals(leg.offer)) { // it was answered, or is being answered
            progress.told(leg, code);
            return;
        }
        board.change(leg, open -> {
            open.offer = sdp;
            open.cseq = message.fields().get("cseq");
            open.offerAnswered = false;
            open.offering = false; // ours is taken back
        });
        if (code < 200) {
            progress.told(leg, code);
        }
        answer(leg, () -> progress.told(leg, code));
    }

    /** Acknowledging a pick-up comes after the answer, as in SIP the acknowledgement carries it. */
    private void answer(Leg leg, Runnable then) {
        String offer = leg.offer;
        board.audio.undescribed(leg);
        board.audio.ask(
                leg,
                m -> m.answer(leg.id, offer),
                sdp -> {
                    if (leg.offer.equals(offer)) { // no newer one has come meanwhile
                        board.exchanges.send(leg, Wire.answer(leg, sdp));
                        board.change(leg, answered -> answered.offerAnswered = true);
                        board.audio.described(leg);
                    }
                    then.run();
                    holding.resumed(leg);
                },
                failed -> unusable(leg, failed));
    }

    /** Our answer did not get through. */
    void again(Leg leg) {
        answer(leg, () -> {});
    }

    /** An offer that a former call control had not answered. */
    void goOn(Leg leg) {
        if (!leg.offer.isEmpty() && !leg.offerAnswered && !leg.waits()) {
            answer(leg, () -> {});
        }
    }

    // --- what goes wrong ---

    /** Of a call that is up only the resume is refused: it stays on hold. */
    private void refused(Leg leg, int code) {
        if (leg.state != CallState.ACTIVE) {
            board.end(leg, Endings.bye(leg, code));
        } else {
            holding.refused(leg, new PbxException(Reason.REFUSED, "the PBX refused with code " + code));
        }
    }

    /** A call that is up goes on as it was. */
    private void unusable(Leg leg, PbxException failed) {
        if (leg.state == CallState.ACTIVE) {
            log.warn("call {}: the PBX's description was refused: {}", leg.id, failed.getMessage());
            holding.refused(leg, failed);
        } else if (!leg.state.over()) {
            board.reach.leave(leg, Endings.noAudio("the PBX's description was refused: " + failed.getMessage()));
        }
    }

    // --- a new name ---

    /** Observed: the PBX may name the call anew in its first description. Then just one call waits for one. */
    private Optional<Leg> aliased(AccountId account, Message message) {
        String callid = message.text("callid");
        if (callid.isBlank()) {
            return Optional.empty();
        }
        List<Leg> waiting = board.legs(account).stream()
                .filter(leg -> leg.direction == Direction.OUT
                        && leg.state == CallState.DIALING
                        && !leg.named
                        && meant(leg, message.text("to-user")))
                .toList();
        if (waiting.size() != 1 || board.past.endedUnnamed(account)) {
            // it may be another call's: nobody is put through to the wrong party by a guess
            board.exchanges.send(account, Wire.bye(callid, Direction.OUT));
            return Optional.empty();
        }
        board.change(waiting.get(0), leg -> leg.wireId = callid);
        return Optional.of(waiting.get(0));
    }

    /** Where the PBX says whom it describes, it must be whom we dialled. */
    private static boolean meant(Leg leg, String toUser) {
        return toUser.isEmpty() || toUser.equals(leg.remote.number()) || StarCodes.is(leg.remote.number());
    }
}
