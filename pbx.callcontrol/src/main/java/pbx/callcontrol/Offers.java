package pbx.callcontrol;

import java.util.function.Consumer;
import pbx.api.PbxException;
import pbx.api.call.CallState;

/**
 * A fresh offer in mid-call: the way back from hold in the legacy dialect, and for broken audio in both. Confined to the
 * writer thread.
 */
final class Offers {
    private final CallBoard board;

    Offers(CallBoard board) {
        this.board = board;
    }

    /** Offers, unless the user wants hold by the time the offer is made; {@code failed} where audio cannot make one. */
    void anew(Leg leg, Consumer<PbxException> failed) {
        board.audio.undescribed(leg);
        board.audio.ask(
                leg,
                m -> m.offer(leg.id),
                sdp -> {
                    if (!leg.wantsHold && leg.state == CallState.ACTIVE) {
                        board.change(leg, open -> open.offering = true);
                        board.exchanges.send(leg, Wire.resume(leg, sdp), () -> {}, lost -> {
                            board.change(leg, closed -> closed.offering = false);
                            failed.accept(lost);
                        });
                        board.audio.described(leg);
                    }
                },
                failed);
    }
}
