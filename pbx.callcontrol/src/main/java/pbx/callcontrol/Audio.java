package pbx.callcontrol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.media.Candidate;
import pbx.api.media.Media;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaSession;
import pbx.listeners.Replies;

/**
 * Call control's dealings with media, which may come and go: what is wanted while it is away, or what it could not finish,
 * waits with the call. Confined to the writer thread.
 */
final class Audio {
    private static final Logger log = LoggerFactory.getLogger(Audio.class);

    private final CallBoard board;
    private final Map<CallId, Map<String, String>> noted = new HashMap<>();
    private Consumer<Leg> unsent = leg -> {};
    private Media media;

    Audio(CallBoard board) {
        this.board = board;
    }

    /** @param place sends the offer of a call that was taken over before it was on the wire */
    void unsent(Consumer<Leg> place) {
        unsent = place;
    }

    void bind(Media next) {
        media = next;
        for (Leg leg : board.legs()) {
            noted.remove(leg.id);
            note(leg);
            for (Runnable waiting = leg.waitingForMedia.poll(); waiting != null; waiting = leg.waitingForMedia.poll()) {
                waiting.run();
            }
        }
    }

    void unbind(Media gone) {
        if (media == gone) {
            media = null;
        }
    }

    /** Throws NO_MEDIA with the reason when a new call could have no audio. */
    void required() {
        if (media == null) {
            throw new PbxException(Reason.NO_MEDIA, "there is no audio here at this moment: pbx.media is not running");
        }
        media.problem().ifPresent(why -> {
            throw new PbxException(Reason.NO_MEDIA, why);
        });
    }

    /**
     * Asks media for something; again with the next one if this one is replaced meanwhile. Exactly one of {@code done} and
     * {@code failed} is run, on the writer; a call that has ended meanwhile is a failure.
     */
    <T> void ask(
            Leg leg, Function<Media, CompletionStage<T>> question, Consumer<T> done, Consumer<PbxException> failed) {
        if (leg.state.over()) {
            failed.accept(over(leg));
            return;
        }
        if (media == null) {
            leg.waitingForMedia.add(() -> ask(leg, question, done, failed));
            return;
        }
        question.apply(media)
                .whenComplete((value, failure) -> board.writer.post(() -> {
                    if (leg.state.over()) {
                        failed.accept(over(leg));
                    } else if (failure == null) {
                        done.accept(value);
                    } else if (Replies.bare(failure) instanceof PbxException known
                            && known.reason() != Reason.STOPPED) {
                        failed.accept(known);
                    } else {
                        again(leg, question, done, failed, failure);
                    }
                }));
    }

    private static PbxException over(Leg leg) {
        return new PbxException(
                Reason.UNKNOWN_CALL,
                "the call has ended: " + leg.ending.map(Ending::text).orElse("hung up"));
    }

    private <T> void again(
            Leg leg,
            Function<Media, CompletionStage<T>> question,
            Consumer<T> done,
            Consumer<PbxException> failed,
            Throwable failure) {
        if (Replies.bare(failure) instanceof PbxException) { // STOPPED: media is being replaced
            media = null;
            leg.waitingForMedia.add(() -> ask(leg, question, done, failed));
        } else {
            failed.accept(new PbxException(Reason.NO_MEDIA, "audio failed: " + failure.getMessage(), failure));
        }
    }

    void candidate(Leg leg, Candidate candidate) {
        ask(
                leg,
                m -> {
                    m.candidate(leg.id, candidate);
                    return CompletableFuture.completedFuture(null);
                },
                done -> {},
                failed -> {});
    }

    void close(Leg leg) {
        noted.remove(leg.id);
        leg.waitingForMedia.forEach(waiting -> board.writer.post(waiting));
        leg.waitingForMedia.clear();
        if (media != null) {
            media.close(leg.id);
        }
    }

    /** Only what changed goes to the session. */
    void note(Leg leg) {
        if (media == null || leg.media == MediaState.NONE || leg.state == CallState.ENDED) {
            return;
        }
        Map<String, String> now = Notes.of(leg);
        Map<String, String> before = noted.put(leg.id, now);
        now.forEach((key, value) -> {
            if (before == null || !value.equals(before.get(key))) {
                media.note(leg.id, key, value);
            }
        });
    }

    /** A session changed, or media tells a new listener what it has. */
    void changed(MediaChange change) {
        MediaSession session = change.after().orElse(null);
        if (session == null) {
            board.known(change.before().orElseThrow().call()).ifPresent(this::gone);
            return;
        }
        Leg leg = board.known(session.call()).orElseGet(() -> adopted(session));
        if (leg == null) {
            return;
        }
        if (media != null) {
            media.claim(leg.id);
        }
        board.change(leg, seen -> {
            seen.media = session.state();
            seen.muted = session.muted();
        });
        sendCandidates(leg, session.candidates());
        advance(leg, session);
    }

    /** Nobody talks into a call that has lost its audio: it ends, and says why. */
    private void gone(Leg leg) {
        if (!leg.state.over()) {
            log.warn("call {}: its audio session is gone", leg.id);
            board.reach.bye(leg);
            board.end(leg, Endings.noAudio("the call's audio was lost"));
        }
    }

    /** A session of a call that a former call control knew: it wrote down what it was. */
    private Leg adopted(MediaSession session) {
        Leg leg = Notes.leg(session.call(), session.notes()).orElse(null);
        boolean over = board.isOver(session.call()) || (leg != null && leg.state.over());
        if (over && media != null) {
            media.close(session.call()); // no open microphone behind a call that is over
        }
        if (over || leg == null) {
            return null;
        }
        leg.media = session.state();
        leg.muted = session.muted();
        leg.candidatesSent =
                session.state() == MediaState.CONNECTED ? session.candidates().size() : 0;
        log.info("call {}: taken over", leg.id);
        board.add(leg);
        board.reach.taken(leg);
        if (leg.state == CallState.DIALING && !leg.described) {
            unsent.accept(leg);
        }
        return leg;
    }

    private void advance(Leg leg, MediaSession session) {
        if (session.state() == MediaState.CONNECTED && leg.state == CallState.CONNECTING) {
            board.become(leg, CallState.ACTIVE);
        } else if (session.state() == MediaState.FAILED && !leg.state.over() && leg.state != CallState.ACTIVE) {
            board.reach.bye(leg);
            board.end(leg, Endings.noAudio(session.problem().orElse("no path for the audio was found")));
        }
    }

    /** Our description is on the wire now: what was found until now follows it. */
    void described(Leg leg) {
        board.change(leg, sent -> sent.described = true);
        if (media != null) {
            media.list().stream()
                    .filter(session -> session.call().equals(leg.id))
                    .forEach(session -> sendCandidates(leg, session.candidates()));
        }
    }

    private void sendCandidates(Leg leg, List<Candidate> found) {
        if (!leg.described) {
            return;
        }
        for (; leg.candidatesSent < found.size(); leg.candidatesSent++) {
            board.send(leg, Wire.candidate(leg, found.get(leg.candidatesSent)));
        }
    }
}
