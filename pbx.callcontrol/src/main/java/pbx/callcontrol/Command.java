package pbx.callcontrol;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.media.Media;
import pbx.listeners.Replies;

/** How a command runs: posted to the writer, its failure told by its stage, its confirmation awaited. */
final class Command {
    /** How long a confirmation may take. */
    static final Duration PATIENCE = Duration.ofSeconds(5);
    /** How long finding a path for the audio may take. */
    static final Duration PATH_TIME = Duration.ofSeconds(15);

    private final CallBoard board;

    Command(CallBoard board) {
        this.board = board;
    }

    /** Posts it; what it throws fails its stage, and nothing else has happened. */
    <T> CompletableFuture<T> run(Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        board.writer.post(() -> {
            try {
                work.accept(stage);
            } catch (PbxException e) {
                stage.completeExceptionally(e);
            } catch (RuntimeException e) {
                stage.completeExceptionally(new PbxException(Reason.INVALID, "this cannot be done: " + e, e));
            }
        });
        return stage;
    }

    /** Completes when the call is as wanted; fails when it ends otherwise, or when nobody confirms it in time. */
    void confirmed(Leg leg, Predicate<Call> fulfilled, Duration limit, String what, CompletableFuture<Call> stage) {
        board.confirmations.await(leg, fulfilled, limit, what, stage);
    }

    /** What was said to have failed is not done later all the same; and where media is away for good, it has failed. */
    <T> void audio(
            Leg leg, CompletableFuture<Call> stage, Function<Media, CompletionStage<T>> question, Consumer<T> done) {
        Consumer<T> unlessFailed = value -> {
            if (!stage.isCompletedExceptionally()) {
                done.accept(value);
            }
        };
        board.audio.ask(leg, question, unlessFailed, failed -> {
            if (leg.state != CallState.ENDING) { // how it ends decides then
                stage.completeExceptionally(failed);
            }
        });
        Runnable late = () -> stage.completeExceptionally(
                new PbxException(Reason.TIMED_OUT, "audio did not answer within " + PATH_TIME.toSeconds() + " s"));
        var timer = board.writer.after(PATH_TIME, late);
        stage.whenComplete((call, failure) -> timer.close());
    }

    /** Undoes what was begun when the command fails, for whatever reason. */
    static void otherwise(CompletableFuture<Call> stage, Runnable undo) {
        stage.whenComplete((call, failure) -> {
            if (failure != null) {
                undo.run();
            }
        });
    }

    /** Whatever becomes of {@code from} becomes of {@code to}. */
    static <T> void pass(CompletableFuture<T> from, CompletableFuture<T> to) {
        from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(Replies.bare(failure));
            }
        });
    }

    /** An ACTIVE call, wherever its audio is; else WRONG_STATE. */
    Leg active(CallId id, String what) {
        Leg leg = board.leg(id);
        if (leg.state != CallState.ACTIVE) {
            throw wrong(leg, what);
        }
        return leg;
    }

    /** An ACTIVE call of which the PBX hears, and which is not on its way to somebody else; else WRONG_STATE or NOT_CONNECTED. */
    Leg staying(CallId id, String what) {
        Leg leg = active(id, what);
        board.exchanges.required(id.account());
        if (leg.leaving != null) {
            throw new PbxException(
                    Reason.WRONG_STATE, "call " + id + " is being handed over already; wait for its end");
        }
        return leg;
    }

    /** An ACTIVE call whose audio is on this machine; else WRONG_STATE or UNSUPPORTED. */
    Leg talked(CallId id, String what) {
        Leg leg = active(id, what);
        if (leg.elsewhere()) {
            throw new PbxException(
                    Reason.UNSUPPORTED, "call " + id + " is on another device and can only be " + what + " there");
        }
        return leg;
    }

    static PbxException wrong(Leg leg, String what) {
        return new PbxException(
                Reason.WRONG_STATE, "call " + leg.id + " is " + leg.state + " and cannot be " + what + " now");
    }
}
