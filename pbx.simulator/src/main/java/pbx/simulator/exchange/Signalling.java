package pbx.simulator.exchange;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.UnknownShapes;

/** What a phone does with a call that it has. */
final class Signalling {
    private static final Logger LOG = LoggerFactory.getLogger(Signalling.class);
    private static final int BUSY = 486;
    private static final int DECLINED = 603;

    private final Switchboard switchboard;

    Signalling(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /** {@code sdp-200ok}: the first phone to answer has the call, the others are cancelled. */
    void answer(Phone phone, Frame frame) {
        switchboard.with(phone, frame.text("callid"), (call, leg) -> {
            if (frame.sdp().isPresent() && call.ringing().remove(leg)) {
                List<Leg> others = List.copyOf(call.ringing());
                call.ringing().clear();
                others.forEach(Leg::cancel);
                others.forEach(other -> other.audio().close());
                call.answeredBy(leg);
                accept(call, leg, frame.sdp().get());
            }
        });
    }

    private void accept(Call call, Leg leg, String sdp) {
        leg.audio().accept(sdp).whenComplete((nothing, error) -> {
            if (!switchboard.has(call)) {
                return;
            }
            if (error == null) {
                leg.startTalking();
                switchboard.connect(call);
            } else {
                switchboard.fail(call, Switchboard.code(error));
            }
        });
    }

    /** {@code sip-busy}. */
    void refuse(Phone phone, Frame frame) {
        switchboard.with(phone, frame.text("callid"), (call, leg) -> {
            if (call.ringing().contains(leg)) {
                switchboard.reject(call, leg, frame.code(BUSY));
            }
        });
    }

    /** {@code sip-bye}: hangs up, gives up, or declines, as the call stands. */
    void hangUp(Phone phone, Frame frame) {
        switchboard.with(phone, frame.text("callid"), (call, leg) -> {
            boolean givesUp = leg == call.from() && !call.connected();
            phone.send(givesUp ? UnknownShapes.cancelled(leg.callid()) : UnknownShapes.hungUp(leg.callid()));
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
                .ifPresent(candidate -> switchboard.with(
                        phone, frame.text("callid"), (call, leg) -> leg.audio().candidate(candidate)));
    }

    /** {@code wrtc-hold}: holds or resumes, with a new description or without. */
    void hold(Phone phone, Frame frame) {
        switchboard.with(phone, frame.text("callid"), (call, leg) -> {
            if (call.connected()) {
                boolean holding = !"sendrecv".equals(frame.text("holdcmd"));
                frame.sdp().ifPresentOrElse(sdp -> renegotiate(leg, sdp, holding), () -> hold(call, leg, holding));
            }
        });
    }

    private void hold(Call call, Leg leg, boolean holding) {
        leg.holding(holding);
        switchboard.patch(call);
    }

    private void renegotiate(Leg leg, String offer, boolean holding) {
        leg.trickling(false);
        leg.audio()
                .answer(offer)
                .whenComplete((sdp, error) -> switchboard.callOf(leg).ifPresent(call -> {
                    if (error == null) {
                        leg.answer(sdp, call.across(leg).map(End::party).orElse(call.wanted()));
                        hold(call, leg, holding);
                    } else {
                        LOG.warn(
                                "extension {} renegotiates with an unusable description: {}",
                                leg.account().number(),
                                error.getMessage());
                    }
                }));
    }
}
