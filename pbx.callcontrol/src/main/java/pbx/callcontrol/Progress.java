package pbx.callcontrol;

import java.util.Optional;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;

/** How far an own call has come at the other end. */
final class Progress {
    private final CallBoard board;

    Progress(CallBoard board) {
        this.board = board;
    }

    /** The PBX's code with a description (protocol notes 5.3). */
    void told(Leg leg, int code) {
        if (leg.state.unanswered() && code < 200) {
            board.become(leg, CallState.RINGING);
        } else if (leg.state.unanswered()) {
            pickedUp(leg);
        }
    }

    void pickedUp(Leg leg) {
        board.exchanges.send(leg, Wire.ack(leg));
        board.change(leg, picked -> picked.answered = Optional.of(board.clock.instant()));
        if (board.become(leg, CallState.CONNECTING) && leg.media == MediaState.CONNECTED) {
            board.become(leg, CallState.ACTIVE);
        }
    }
}
