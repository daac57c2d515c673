package pbx.callcontrol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import pbx.api.media.MediaSession;
import pbx.listeners.Replies;

/**
 * What call control asks of media, which may come and go: what is wanted while it is away, or what it could not finish,
 * waits with the call. Confined to the writer thread.
 */
final class Audio {
    private static final Logger log = LoggerFactory.getLogger(Audio.class);

    private final CallBoard board;
    private final Map<CallId, Map<String, String>> noted = new HashMap<>();
    private Media media;

    Audio(CallBoard board) {
        this.board = board;
    }

    void bind(Media next) {
        media = next;
        for (Leg leg : board.legs()) {
            noted.remove(leg.id);
            note(leg);
            if (leg.media != MediaState.NONE && !leg.elsewhere()) {
                claim(leg); // its session may have been told before its provider was bound
            }
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

    boolean here() {
        return media != null;
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
        Media from = media;
        CompletionStage<T> asked = question.apply(from);
        begun(leg);
        asked.whenComplete((value, failure) -> board.writer.post(() -> {
            if (leg.state.over()) {
                failed.accept(over(leg));
            } else if (failure == null) {
                done.accept(value);
            } else if (!(Replies.bare(failure) instanceof PbxException known)) {
                failed.accept(new PbxException(Reason.NO_MEDIA, "audio failed: " + failure.getMessage(), failure));
            } else if (known.reason() != Reason.STOPPED) {
                failed.accept(known);
            } else { // media is being replaced, and the next one may be here already
                unbind(from);
                ask(leg, question, done, failed);
            }
        }));
    }

    /** The session may be there before media has told of it: a successor must know by then whose it is. */
    private void begun(Leg leg) {
        if (leg.media == MediaState.NONE) {
            Notes.of(leg).forEach((key, value) -> media.note(leg.id, key, value));
        }
    }

    private static PbxException over(Leg leg) {
        return new PbxException(
                Reason.UNKNOWN_CALL,
                "the call has ended: " + leg.ending.map(Ending::text).orElse("hung up"));
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

    /** Pauses the call's audio or lets it flow, as {@link Floor} says. */
    void silence(Leg leg) {
        boolean silent = board.floor.silent(leg);
        if (leg.media == MediaState.NONE || (leg.silenced != null && leg.silenced == silent)) {
            return;
        }
        leg.silenced = silent;
        ask(leg, m -> m.pause(leg.id, silent), done -> {}, failed -> {
            leg.silenced = null; // tried again after the next change
            if (!leg.state.over()) {
                log.warn(
                        "call {}: its audio cannot be {}: {}",
                        leg.id,
                        silent ? "paused" : "heard",
                        failed.getMessage());
            }
        });
    }

    void close(Leg leg) {
        noted.remove(leg.id);
        leg.waitingForMedia.forEach(waiting -> board.writer.post(waiting));
        leg.waitingForMedia.clear();
        close(leg.id);
    }

    void close(CallId id) {
        if (media != null) {
            media.close(id);
        }
    }

    void claim(Leg leg) {
        if (media != null) {
            media.claim(leg.id);
        }
    }

    /** Only what changed goes to the session. */
    void note(Leg leg) {
        if (media == null || leg.media == MediaState.NONE || leg.elsewhere() || leg.state == CallState.ENDED) {
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

    // --- our candidates ---

    /** A new description of ours is to be made: the candidates that belong to it follow it, and not what was before. */
    void undescribed(Leg leg) {
        board.change(leg, fresh -> {
            fresh.described = false;
            fresh.candidatesSent = 0;
        });
    }

    /** Our description is on the wire now: what was found until now follows it. */
    void described(Leg leg) {
        board.change(leg, sent -> sent.described = true);
        session(leg).ifPresent(session -> sendCandidates(leg, session.candidates()));
    }

    private Optional<MediaSession> session(Leg leg) {
        List<MediaSession> all = media == null ? List.of() : media.list();
        return all.stream().filter(session -> session.call().equals(leg.id)).findFirst();
    }

    void sendCandidates(Leg leg, List<Candidate> found) {
        if (!leg.described) {
            return;
        }
        if (found.size() < leg.candidatesSent) {
            leg.candidatesSent = 0; // the engine began anew
        }
        for (; leg.candidatesSent < found.size(); leg.candidatesSent++) {
            board.exchanges.send(leg, Wire.candidate(leg, found.get(leg.candidatesSent)));
        }
    }
}
