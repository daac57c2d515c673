package pbx.ui.swing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.SwingUtilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.CallId;
import pbx.api.call.Calls;
import pbx.api.media.Devices;
import pbx.api.media.Role;
import pbx.api.presence.Presences;
import pbx.api.settings.Pages;
import pbx.listeners.Replies;

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
    private final BiConsumer<String, Boolean> notice;
    private volatile Optional<String> lastSaid = Optional.empty();

    /** @param notice hears a line for the user, and whether it is about something that went wrong */
    Commands(Services services, Executor thread, Texts texts, BiConsumer<String, Boolean> notice) {
        this.services = services;
        this.thread = thread;
        this.texts = texts;
        this.notice = notice;
    }

    CompletableFuture<Boolean> dial(Optional<AccountId> from, String number) {
        if (number.isBlank()) {
            return refuse("error.noNumber");
        }
        return from.isEmpty() ? refuse("error.noAccount") : call(calls -> calls.dial(from.get(), number));
    }

    /** What belongs to a person as they are now: pick up, retrieve, or dial. */
    CompletableFuture<Boolean> reach(Person person) {
        return call(calls -> Reach.of(person).ask(calls, person.presence()));
    }

    CompletableFuture<Boolean> redial(Optional<AccountId> from) {
        return from.isEmpty() ? refuse("error.noAccount") : call(calls -> calls.redial(from.get()));
    }

    CompletableFuture<Boolean> press(CallId id, String digits) {
        return call(calls -> calls.press(id, digits));
    }

    CompletableFuture<Boolean> dnd(AccountId mine, boolean on) {
        return tell(Presences.class, presences -> presences.dnd(mine, on));
    }

    CompletableFuture<Boolean> call(Function<Calls, CompletionStage<?>> question) {
        return tell(Calls.class, question);
    }

    /** Has the favourites, the window's place or the like kept in the configuration, silently where nobody keeps it. */
    void keep(String setting, String value) {
        run(() -> {
            services.get(Pages.class).ifPresent(pages -> pages.change(Softphone.PID, "", Map.of(setting, value)));
        });
    }

    /** Something asked of a service, if that is there. Whether it went well. */
    <S> CompletableFuture<Boolean> tell(Class<S> kind, Function<S, CompletionStage<?>> question) {
        return ask(kind, service -> question.apply(service).thenApply(done -> true))
                .thenApply(answer -> answer.isPresent());
    }

    /** The answer; empty where there was none, which has been said by then. */
    <S, T> CompletableFuture<Optional<T>> ask(Class<S> kind, Function<S, CompletionStage<T>> question) {
        CompletableFuture<Optional<T>> done = new CompletableFuture<>();
        boolean asked = run(() -> {
            try {
                services.get(kind)
                        .ifPresentOrElse(
                                service -> question.apply(service).whenComplete((value, e) -> end(value, e, done)),
                                () -> missing(kind, done));
            } catch (RuntimeException e) {
                end(null, e, done);
            }
        });
        if (!asked) {
            done.complete(Optional.empty());
        }
        return done;
    }

    /** Looks at a service, if it is there, and tells what was seen on the EDT. */
    <S, T> void peek(Class<S> kind, Function<S, Optional<T>> look, Consumer<T> seen) {
        run(() -> services.get(kind)
                .flatMap(look)
                .ifPresent(value -> SwingUtilities.invokeLater(() -> seen.accept(value))));
    }

    /** On the softphone's own thread. False: the softphone is closing, nobody is there to be told. */
    boolean run(Runnable work) {
        try {
            thread.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** The device that calls use in that role. */
    String device(Role role) {
        return services.get(Devices.class).map(devices -> devices.chosen(role)).orElse(Devices.DEFAULT);
    }

    Texts texts() {
        return texts;
    }

    /** What was said last in the status bar, for those who say it elsewhere too. */
    Optional<String> lastSaid() {
        return lastSaid;
    }

    /** Something went wrong, or is missing. */
    void say(String key, Object... arguments) {
        tellUser(texts.get(key, arguments), true);
    }

    /** All is well. */
    void inform(String key, Object... arguments) {
        tellUser(texts.get(key, arguments), false);
    }

    /** Has a plugin's action do what was chosen; what it says of it is told. */
    <S> void offer(Offers.Offer<S> offer, Function<S, String> deed) {
        offer.ask(deed).whenComplete((words, failure) -> {
            String said = failure == null ? words : words(failure);
            if (!said.isBlank()) {
                tellUser(Plain.line(said), failure != null);
            }
        });
    }

    private void tellUser(String words, boolean bad) {
        lastSaid = Optional.of(words);
        notice.accept(words, bad);
    }

    private CompletableFuture<Boolean> refuse(String key) {
        say(key);
        return CompletableFuture.completedFuture(false);
    }

    private <T> void missing(Class<?> kind, CompletableFuture<Optional<T>> done) {
        say("error.no" + kind.getSimpleName());
        done.complete(Optional.empty());
    }

    private <T> void end(T value, Throwable failure, CompletableFuture<Optional<T>> done) {
        if (failure != null) {
            tellUser(Plain.line(words(failure)), true);
        }
        done.complete(failure == null ? Optional.ofNullable(value) : Optional.empty());
    }

    private String words(Throwable failure) {
        Throwable cause = Replies.bare(failure);
        if (cause instanceof PbxException e) {
            String reason = texts.get("failure." + e.reason());
            return e.getMessage() == null ? reason : texts.get("failure", reason, e.getMessage());
        }
        log.warn("a command failed in an unexpected way", cause);
        return texts.get("error.unexpected", cause.getClass().getSimpleName());
    }
}
