package pbx.ui.swing;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import javax.swing.UnsupportedLookAndFeelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Dialable;
import pbx.listeners.Replies;

/**
 * Opens the window where there is a display, and closes it without a trace. The display is tried on a thread of its own: a
 * distant or dead display server delays nobody else's start.
 */
final class Front {
    private static final Logger log = LoggerFactory.getLogger(Front.class);
    private static final long CLOSE_MILLIS = 3000;
    private static final long END_MILLIS = 500;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Front::named);
    private final Scene scene;
    private final Clock clock;
    private final Services services;
    private final Look look = new Look();
    private final SystemTheme system;
    private volatile CompletableFuture<String> ready = new CompletableFuture<>();
    private volatile boolean closed;
    private volatile boolean hadWindow;
    private volatile Choice chosen;
    private volatile boolean dark;
    private final DialRequests requests;
    private PhoneWindow window;

    Front(Scene scene, Clock clock) {
        this(scene, clock, new SystemTheme());
    }

    Front(Scene scene, Clock clock, SystemTheme system) {
        this.system = system;
        this.scene = scene;
        this.clock = clock;
        this.services = new Services(scene, thread);
        this.requests = new DialRequests(services, scene, this::ask);
    }

    Services services() {
        return services;
    }

    CompletionStage<String> ready() {
        return ready.minimalCompletionStage();
    }

    /** Opens the window as chosen; one that is open and looks otherwise is replaced. */
    void open(Choice choice) {
        if (choice.equals(chosen)) {
            return;
        }
        chosen = choice;
        if (ready.isDone()) {
            ready = new CompletableFuture<>();
        }
        CompletableFuture<String> answer = ready;
        if (!run(() -> decide(choice, answer))) {
            answer.complete("softphone stopped");
        }
    }

    void close() {
        closed = true;
        thread.shutdownNow();
        if (hadWindow && !Edt.runWithin(CLOSE_MILLIS, this::withdraw)) {
            log.warn("The event dispatch thread is busy: the softphone's window closes as soon as it is free");
        }
        ready.complete("softphone stopped");
        Texts.forget();
        Unseen.forgetRecords();
        endThread();
    }

    /** As {@link DialRequests#dial}, on the softphone's own thread. */
    CompletionStage<String> dial(String text) {
        CompletableFuture<String> said = new CompletableFuture<>();
        boolean asked = run(() -> requests.dial(text).whenComplete((words, failure) -> {
            if (failure == null) {
                said.complete(words);
            } else {
                said.completeExceptionally(Replies.bare(failure));
            }
        }));
        return asked
                ? said
                : CompletableFuture.failedFuture(new PbxException(Reason.STOPPED, "the softphone is being replaced"));
    }

    private CompletionStage<Boolean> ask(Dialable number) {
        return hadWindow
                ? CompletableFuture.supplyAsync(() -> offer(number), SwingUtilities::invokeLater)
                : CompletableFuture.completedFuture(false);
    }

    private boolean offer(Dialable number) {
        Optional.ofNullable(window).ifPresent(open -> open.offer(number));
        return window != null;
    }

    /** Nobody sees the window any more; what it still holds goes behind the next one's back. */
    private void withdraw() {
        Optional.ofNullable(window).ifPresent(PhoneWindow::withdraw);
        window = null;
        takeLookOff();
    }

    private void endThread() {
        try {
            if (!thread.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
                log.warn("The display does not answer: the softphone's thread ends as soon as it does");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void decide(Choice choice, CompletableFuture<String> answer) {
        try {
            Optional<String> problem = choice.enabled() ? Screen.problem() : Optional.empty();
            problem.ifPresent(why -> log.info("The softphone opens no window: {}", why));
            if (choice.enabled() && problem.isEmpty()) {
                Unseen.makeSingletons();
                hadWindow = true;
                dark = isDark(choice);
                SwingUtilities.invokeLater(() -> show(choice, answer));
            } else {
                stayAway(problem.isPresent() ? "headless" : "softphone off", answer);
            }
        } catch (RuntimeException e) {
            fail(e, answer);
        }
    }

    private boolean isDark(Choice choice) {
        return choice.theme() == Theme.DARK || (choice.theme() == Theme.SYSTEM && system.dark());
    }

    /** The window came to the front: the desktop may have become dark meanwhile. */
    private void activated() {
        Choice choice = chosen;
        if (choice.theme() == Theme.SYSTEM && !closed) {
            run(() -> {
                if (system.dark() != dark && choice.equals(chosen)) {
                    decide(choice, new CompletableFuture<>());
                }
            });
        }
    }

    private boolean run(Runnable work) {
        try {
            thread.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void stayAway(String words, CompletableFuture<String> answer) {
        if (hadWindow) {
            SwingUtilities.invokeLater(this::hide);
        }
        answer.complete(words);
    }

    private static void fail(Exception e, CompletableFuture<String> answer) {
        log.error("The softphone's window cannot be opened", e);
        answer.complete("softphone failed, the log says why");
    }

    private void show(Choice choice, CompletableFuture<String> answer) {
        if (closed) {
            return;
        }
        hide();
        try {
            look.install(dark, choice.scale());
            Texts texts = Texts.of(choice.language());
            window = new PhoneWindow(texts, new Commands(services, thread, texts, this::notice), scene, clock);
            window.open(this::activated);
            answer.complete("softphone open");
        } catch (UnsupportedLookAndFeelException | RuntimeException e) {
            hide();
            fail(e, answer);
        }
    }

    private void hide() {
        if (window != null) {
            window.dispose();
            window = null;
        }
        takeLookOff();
    }

    private void takeLookOff() {
        try {
            look.remove();
        } catch (UnsupportedLookAndFeelException e) {
            log.warn("The look and feel that was there before cannot be put back", e);
        }
    }

    private void notice(String text, boolean bad) {
        scene.change(desk -> desk.noticed(text, bad, clock.instant()));
    }

    private static Thread named(Runnable task) {
        Thread thread = new Thread(task, "softphone");
        thread.setDaemon(true);
        // AWT's threads are first started from here and live for ever: they must not remember this bundle.
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }
}
