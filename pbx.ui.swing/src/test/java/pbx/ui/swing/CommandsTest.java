package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

class CommandsTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Services services = new Services(new Scene(Runnable::run), timer);
    private final FakeCalls calls = new FakeCalls();
    private final List<String> notices = new ArrayList<>();
    private final Commands commands =
            new Commands(services, Runnable::run, Texts.of("en"), (words, bad) -> notices.add(words));

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void dialsFromTheAccount() throws InterruptedException {
        services.use(calls);
        assertTrue(commands.dial(Optional.of(Samples.DEMO), "601").join());
        assertEquals("dial demo 601", calls.asked());
        assertTrue(notices.isEmpty());
    }

    @Test
    void aRefusalIsSaidInOneLineInTheProvidersWords() {
        services.use(calls);
        calls.answers(CompletableFuture.failedFuture(new PbxException(
                Reason.NOT_CONNECTED, "45@localhost is not connected:\nwait or look at the console.")));
        assertFalse(commands.press(Samples.id("1"), "5").join());
        assertEquals(List.of("45@localhost is not connected: wait or look at the console."), notices);
    }

    @Test
    void whoReadsGermanLearnsWhatItIsAboutBeforeThePlatformsEnglish() {
        Commands german = new Commands(services, Runnable::run, Texts.of("de"), (words, bad) -> notices.add(words));
        services.use(calls);
        calls.answers(CompletableFuture.failedFuture(new PbxException(Reason.NOT_CONNECTED, "45 is not connected")));
        assertFalse(german.press(Samples.id("1"), "5").join());
        calls.answers(CompletableFuture.failedFuture(new PbxException(Reason.DENIED, null)));
        assertFalse(german.press(Samples.id("1"), "5").join());
        assertEquals(
                List.of("Keine Verbindung zur Telefonanlage (45 is not connected)", "Das ist nicht erlaubt"), notices);
    }

    @Test
    void aRefusalThroughADependentStageIsTheSame() {
        services.use(calls);
        calls.answers(CompletableFuture.<pbx.api.call.Call>failedFuture(new PbxException(Reason.REFUSED, "busy"))
                .thenApply(call -> call));
        assertFalse(commands.call(asked -> asked.hold(Samples.id("1"))).join());
        assertEquals(List.of("busy"), notices);
    }

    @Test
    void anUnexpectedFailureIsNamedWithoutAStackTrace() {
        services.use(calls);
        calls.answers(CompletableFuture.failedFuture(new IllegalStateException("internal")));
        assertFalse(commands.call(asked -> asked.hangUp(Samples.id("1"))).join());
        assertEquals(List.of("That did not work (IllegalStateException); the log says more."), notices);
    }

    @Test
    void withoutServicesItSaysWhatIsMissing() {
        assertFalse(commands.dial(Optional.of(Samples.DEMO), "601").join());
        assertFalse(commands.dnd(Samples.DEMO, true).join());
        assertEquals(2, notices.size());
        assertTrue(notices.get(0).startsWith("Call control is not running"), notices.get(0));
        assertTrue(notices.get(1).startsWith("Presence is not running"), notices.get(1));
    }

    @Test
    void withoutNumberOrAccountNothingIsAsked() {
        services.use(calls);
        assertFalse(commands.dial(Optional.of(Samples.DEMO), "  ").join());
        assertFalse(commands.dial(Optional.empty(), "601").join());
        assertEquals(2, notices.size());
        assertTrue(calls.unasked());
    }

    @Test
    void afterTheEndACommandIsSwallowed() {
        Commands closed = new Commands(
                services,
                task -> {
                    throw new RejectedExecutionException();
                },
                Texts.of("en"),
                (words, bad) -> notices.add(words));
        assertFalse(closed.call(asked -> asked.hold(Samples.id("1"))).join());
        assertTrue(notices.isEmpty());
    }
}
