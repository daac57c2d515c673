package pbx.simulator.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.UnknownShapes;

/** What a phone does with a call that it has. Ids that it does not have are ignored: the other side may have been quicker. */
final class Signalling {
    private static final Logger LOG = LoggerFactory.getLogger(Signalling.class);
    private static final int OK = 200;
    private static final int BUSY = 486;
    private static final int DECLINED = 603;

    private final Switchboard switchboard;

    Signalling(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /** {@code sdp-200ok}: answers an invite, the first phone having the call; or the PBX's own offer for an own call. */
    void answer(Phone phone, Frame frame) {
        with(phone, frame, (call, leg) -> {
            if (frame.sdp().isPresent()) {
                leg.handshake().answered(frame.sdp().get());
                if (call.ringing().contains(leg)) {
                    switchboard.answer(call, leg);
                }
            }
        });
    }

    /** {@code sip-busy}. */
    void refuse(Phone phone, Frame frame) {
        with(phone, frame, (call, leg) -> switchboard.reject(call, leg, frame.code(BUSY)));
    }

    /** {@code sip-bye}: hangs up, gives up, or declines, as the call stands. */
    void hangUp(Phone phone, Frame frame) {
        with(phone, frame, (call, leg) -> {
            boolean givesUp = leg == call.from() && !call.connected();
            phone.send(
                    (givesUp ? UnknownShapes.cancelled(leg.callid()) : UnknownShapes.hungUp(leg.callid())).toString());
            if (call.ringing().contains(leg)) {
                switchboard.reject(call, leg, DECLINED);
            } else {
                switchboard.end(call, Optional.of(leg), 0);
            }
        });
    }

    /** {@code ice-candidate}. */
    void candidate(Phone phone, Frame frame) {
        frame.candidate()
                .ifPresent(candidate ->
                        with(phone, frame, (call, leg) -> leg.audio().candidate(candidate)));
    }

    /** {@code wrtc-hold}: holds or resumes, with a new description or without. */
    void hold(Phone phone, Frame frame) {
        with(phone, frame, (call, leg) -> {
            if (call.connected()) {
                boolean holding = !"sendrecv".equals(frame.text("holdcmd"));
                frame.sdp()
                        .ifPresentOrElse(sdp -> renegotiate(leg, sdp, holding), () -> switchboard.hold(leg, holding));
            }
        });
    }

    private void renegotiate(Leg leg, String offer, boolean holding) {
        leg.trickling(false);
        var unused = leg.audio().answer(offer).whenComplete((sdp, error) -> leg.call()
                .ifPresent(call -> {
                    if (error == null) {
                        leg.describe(OK, sdp, call.across(leg).map(End::party).orElse(call.wanted()));
                        switchboard.hold(leg, holding);
                    } else {
                        LOG.warn(
                                "extension {} renegotiates with an unusable description: {}",
                                leg.account().number(),
                                error.getMessage());
                    }
                }));
    }

    /** The leg at this socket by its id; the first generation names none and has one. */
    private static void with(Phone phone, Frame frame, BiConsumer<Call, Leg> action) {
        String callid = frame.text("callid");
        List<Leg> mine = legs(phone, leg -> leg.link().to(phone) && (callid.isEmpty() || leg.answersTo(callid)));
        if (mine.isEmpty() && !callid.isEmpty()) {
            mine = followed(phone, callid);
        }
        if (mine.size() == 1 || (!callid.isEmpty() && !mine.isEmpty())) {
            Leg leg = mine.get(0);
            leg.call().ifPresent(call -> action.accept(call, leg));
        } else {
            LOG.debug(
                    "extension {} named a call that it does not have",
                    phone.account().number());
        }
    }

    /**
     * [I] As in SIP a call belongs to whoever names it and not to a socket: a client that has lost the network comes back by a new
     * one long before the PBX can know that the former is dead.
     */
    private static List<Leg> followed(Phone phone, String callid) {
        List<Leg> lost = legs(phone, leg -> leg.answersTo(callid) && leg.link().mayFollow(phone));
        lost.forEach(leg -> leg.link().mended(phone));
        return lost;
    }

    private static List<Leg> legs(Phone phone, Predicate<Leg> wanted) {
        return phone.account().devices().stream()
                .filter(Leg.class::isInstance)
                .map(Leg.class::cast)
                .filter(wanted)
                .toList();
    }
}
