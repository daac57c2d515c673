package pbx.callcontrol;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.MediaState;
import pbx.api.media.MediaSession;

/** Sessions of calls that a former call control knew: it wrote down what they were. Confined to the writer thread. */
final class Takeover {
    private static final Logger log = LoggerFactory.getLogger(Takeover.class);

    private final CallBoard board;
    private final List<Consumer<Leg>> goOn;

    /** @param goOn each picks up what the former call control was in the middle of, if it was */
    Takeover(CallBoard board, List<Consumer<Leg>> goOn) {
        this.board = board;
        this.goOn = goOn;
    }

    /** Empty if it is nobody's call, or one that is over: then there is no open microphone behind it. */
    Optional<Leg> of(MediaSession session) {
        Optional<Leg> noted = Notes.leg(session.call(), session.notes());
        boolean over = board.past.holds(session.call())
                || noted.filter(leg -> leg.state.over()).isPresent();
        if (over) {
            board.audio.close(session.call());
            return Optional.empty();
        }
        noted.ifPresent(leg -> take(leg, session));
        return noted;
    }

    private void take(Leg leg, MediaSession session) {
        leg.remote = board.party(leg.id.account(), leg.remote.number(), leg.remote.name());
        leg.media = session.state();
        leg.muted = session.muted();
        leg.silenced = session.paused();
        leg.holdSent = leg.heldHere; // one that the PBX has not confirmed is sent again
        leg.candidatesSent =
                session.state() == MediaState.CONNECTED ? session.candidates().size() : 0;
        log.info("call {}: taken over", leg.id);
        board.known(leg.id).ifPresent(shown -> leg.told = shown.told); // seen in the PBX's list before its audio was
        leg.reachable = board.exchanges.open(leg.id.account());
        board.add(leg);
        board.reach.taken(leg);
        goOn.forEach(step -> step.accept(leg));
    }
}
