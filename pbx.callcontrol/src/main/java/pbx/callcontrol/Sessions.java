package pbx.callcontrol;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaSession;

/** What media tells of the calls' audio. Confined to the writer thread. */
final class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final CallBoard board;
    private final Takeover takeover;
    private final Repair repair;

    Sessions(CallBoard board, Takeover takeover, Repair repair) {
        this.board = board;
        this.takeover = takeover;
        this.repair = repair;
    }

    /** A session changed, or media tells a new listener what it has. */
    void changed(MediaChange change) {
        MediaSession session = change.after().orElse(null);
        if (session == null) {
            board.known(change.before().orElseThrow().call()).ifPresent(this::gone);
            return;
        }
        Optional<Leg> known = board.known(session.call()).filter(leg -> !leg.elsewhere());
        known.or(() -> takeover.of(session)).ifPresent(leg -> follow(leg, session));
    }

    private void follow(Leg leg, MediaSession session) {
        if (leg.state.over()) {
            return;
        }
        board.audio.claim(leg);
        board.change(leg, seen -> {
            seen.media = session.state();
            seen.muted = session.muted();
            seen.recordedHere = session.recording();
        });
        board.audio.sendCandidates(leg, session.candidates());
        if (session.state() == MediaState.CONNECTED) {
            connected(leg);
        } else if (session.state() == MediaState.FAILED) {
            failed(leg, session);
        }
    }

    private void connected(Leg leg) {
        repair.mended(leg);
        if (leg.state == CallState.CONNECTING) {
            board.become(leg, CallState.ACTIVE);
        }
    }

    private void failed(Leg leg, MediaSession session) {
        if (leg.state == CallState.ACTIVE) {
            repair.broken(leg);
        } else {
            board.reach.leave(leg, Endings.noAudio(session.problem().orElse("no path for the audio was found")));
        }
    }

    /** Nobody talks into a call that has lost its audio: it ends, and says why. */
    private void gone(Leg leg) {
        if (!leg.state.over() && !leg.elsewhere()) {
            log.warn("call {}: its audio session is gone", leg.id);
            board.reach.leave(leg, Endings.noAudio("the call's audio was lost"));
        }
    }
}
