package pbx.ui.swing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.CallId;
import pbx.api.call.Calls;
import pbx.api.presence.Presences;

/**
 * What is clicked, asked of the services. No method blocks: the asking is done on the softphone's own thread, so that a
 * service that does block cannot freeze the window. Each future tells whether it went well and never fails: what went wrong
 * has by then been said in one line.
 */
final class Commands {
    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final Services services;
    private final Executor thread;
    private final Texts texts;
    private final Consumer<String> notice;

    Commands(Services services, Executor thread, Texts texts, Consumer<String> notice) {
        this.services = services;
        this.thread = thread;
        this.texts = texts;
        this.notice = notice;
    }

    CompletableFuture<Boolean> dial(Optional<AccountId> from, String number) {
        if (number.isBlank()) {
            return refuse("error.noNumber");
        }
        return from.isEmpty() ? refuse("error.noAccount") : ofCalls(calls -> calls.dial(from.get(), number));
    }

    CompletableFuture<Boolean> act(CallAction action, CallId id) {
        return ofCalls(calls -> action.ask(calls, id));
    }

    CompletableFuture<Boolean> press(CallId id, String digits) {
        return ofCalls(calls -> calls.press(id, digits));
    }

    CompletableFuture<Boolean> dnd(AccountId mine, boolean on) {
        Function<Presences, CompletionStage<?>> ask = presences -> presences.dnd(mine, on);
        return run(() -> services.presences().map(ask), "error.noPresences");
    }

    private CompletableFuture<Boolean> ofCalls(Function<Calls, CompletionStage<?>> ask) {
        return run(() -> services.calls().map(ask), "error.noCalls");
    }

    private CompletableFuture<Boolean> refuse(String key) {
        notice.accept(texts.get(key));
        return CompletableFuture.completedFuture(false);
    }

    /** Something asked of a service, if that is there. */
    @FunctionalInterface
    private interface Question {
        Optional<CompletionStage<?>> ask();
    }

    private CompletableFuture<Boolean> run(Question question, String missing) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        try {
            thread.execute(() -> ask(question, missing, done));
        } catch (RejectedExecutionException e) {
            // The softphone is closing: nobody is there to be told.
            done.complete(false);
        }
        return done;
    }

    private void ask(Question question, String missing, CompletableFuture<Boolean> done) {
        try {
            Optional<CompletionStage<?>> asked = question.ask();
            if (asked.isEmpty()) {
                notice.accept(texts.get(missing));
                done.complete(false);
            }
            asked.ifPresent(stage -> stage.whenComplete((result, failure) -> end(failure, done)));
        } catch (RuntimeException e) {
            end(e, done);
        }
    }

    private void end(Throwable failure, CompletableFuture<Boolean> done) {
        if (failure != null) {
            notice.accept(Plain.line(words(failure)));
        }
        done.complete(failure == null);
    }

    private String words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof PbxException e) {
            return e.getMessage() == null ? e.reason().toString() : e.getMessage();
        }
        log.warn("a command failed in an unexpected way", cause);
        return texts.get("error.unexpected", cause.getClass().getSimpleName());
    }
}
