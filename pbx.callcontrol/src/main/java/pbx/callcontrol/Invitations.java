package pbx.callcontrol;

import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Party;
import pbx.api.call.Rejection;
import pbx.api.connection.Message;

/** Calls that come in. Confined to the writer thread. */
final class Invitations {
    private static final Logger log = LoggerFactory.getLogger(Invitations.class);

    private final CallBoard board;
    private final Consumer<Leg> answerAgain;

    Invitations(CallBoard board, Consumer<Leg> answerAgain) {
        this.board = board;
        this.answerAgain = answerAgain;
    }

    void received(AccountId account, Message invite) {
        String callid = invite.text("callid");
        Leg known = board.byWire(account, callid).orElse(null);
        if (callid.isBlank()) {
            log.debug("an invitation without an id; ignored");
            return;
        }
        if (known != null && !known.elsewhere()) {
            repeated(known, invite);
            return;
        }
        Leg leg = leg(account, callid, invite, known);
        if (board.legs(account).stream().filter(other -> !other.elsewhere()).count()
                >= board.rules().mostCalls()) {
            log.warn("account {} has the most calls it may have; another is answered as busy", account);
            board.exchanges.send(leg, Wire.rejected(leg, Rejection.BUSY));
            return;
        }
        board.add(leg);
        board.exchanges.send(leg, Wire.ringing(leg));
        prepare(leg);
    }

    /**
     * Under a new number it is asked anew: the PBX has not heard what was said of the call, for example because the socket was
     * lost on the way. Under the old one it is the same message twice. That the number tells is observed of the embedded PBX.
     */
    private void repeated(Leg leg, Message invite) {
        Object cseq = invite.fields().get("cseq");
        if (leg.direction == Direction.OUT || leg.state.over() || Objects.equals(cseq, leg.cseq)) {
            log.debug("call {}: an invitation that is known already; ignored", leg.id);
            return;
        }
        String offer = Dialect.sdp(invite, "invitesdp");
        boolean fresh = !offer.equals(leg.offer);
        board.change(leg, asked -> {
            asked.cseq = cseq;
            asked.offer = offer;
        });
        if (!leg.waits()) {
            log.info("call {}: the PBX has not heard that it was answered; answering again", leg.id);
            answerAgain.accept(leg);
        } else if (!leg.answering) {
            board.exchanges.send(leg, Wire.ringing(leg));
            if (fresh) {
                prepare(leg);
            }
        }
    }

    /** @param shown the same call, if the PBX's list came first: it is not on another device then */
    private Leg leg(AccountId account, String callid, Message invite, Leg shown) {
        Party caller = Caller.of(invite);
        boolean same = shown != null && shown.waits() && shown.id.value().equals(callid);
        Leg leg = new Leg(
                same ? shown.id : board.fresh(account, callid),
                Direction.IN,
                same ? shown.began : board.clock.instant(),
                board.party(account, caller.number(), caller.name()),
                CallState.RINGING);
        leg.told = same ? shown.told : null;
        leg.wireId = callid;
        leg.named = true;
        leg.cseq = invite.fields().get("cseq");
        leg.offer = Dialect.sdp(invite, "invitesdp");
        leg.group = invite.text("group");
        return leg;
    }

    /** The answer is made ready now, so that picking up costs no time; and silent until then, whatever the wire says. */
    private void prepare(Leg leg) {
        leg.silenced = true;
        board.audio.ask(
                leg,
                m -> m.answer(leg.id, leg.offer).thenCompose(sdp -> m.pause(leg.id, true)),
                ready -> {},
                failed -> {
                    if (!leg.state.over()) {
                        log.warn("call {} rings, but cannot be answered with audio: {}", leg.id, failed.getMessage());
                    }
                });
    }
}
