package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pbx.webrtc.engine.Refusal.reason;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.EngineException.Reason;
import pbx.webrtc.AudioEngine.Event;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.AudioEngine.Session;
import pbx.webrtc.AudioEngine.State;

/** What is known of sessions, and who is told. */
class SessionsTest {
    private final AtomicBoolean outward = new AtomicBoolean(true);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private Engine engine;

    @BeforeEach
    void start() {
        engine = new Engine(Natives.load(), outward::get);
        engine.listen("media", (id, event) -> {
            if (event != Event.CANDIDATE) {
                events.add(id + " " + event);
            }
        });
    }

    @AfterEach
    void stop() {
        engine.stop();
    }

    @Test
    void aSessionIsToldFromItsOpeningToItsEnd() throws Exception {
        offer("a");
        engine.note("media", "a", "colour", "red");
        engine.note("media", "a", "colour", "red");
        engine.note("media", "a", "colour", "");
        engine.close("media", "a").get(30, TimeUnit.SECONDS);
        assertEquals(List.of("a OPENED", "a CHANGED", "a NOTED", "a NOTED", "a CLOSED"), events(5));
        assertEquals(List.of(), engine.sessions("media"));
    }

    @Test
    void candidatesAreToldAndListed() throws Exception {
        offer("a");
        Session session =
                Until.session(engine, "media", "a", found -> !found.candidates().isEmpty());
        assertEquals("0", session.candidates().get(0).mid());
        assertTrue(session.candidates().get(0).line().startsWith("candidate:"));
        assertTrue(session.offering());
        assertEquals(State.NEW, session.state());
    }

    @Test
    void sessionsAreListedOldestFirstAndOwnersDoNotSeeEachOther() throws Exception {
        offer("b");
        offer("a");
        engine.offer("pbx", "a").get(30, TimeUnit.SECONDS);
        assertEquals(
                List.of("b", "a"),
                engine.sessions("media").stream().map(Session::id).toList());
        assertEquals(
                List.of("a"), engine.sessions("pbx").stream().map(Session::id).toList());
        assertEquals(List.of(), engine.sessions("nobody"));

        engine.note("pbx", "a", "mine", "yes");
        engine.close("pbx", "b").get(30, TimeUnit.SECONDS);
        engine.close("pbx", "a").get(30, TimeUnit.SECONDS);
        assertEquals(2, engine.sessions("media").size());
        assertEquals(Map.of(), engine.sessions("media").get(1).notes());
        assertEquals(List.of("b OPENED", "b CHANGED", "a OPENED", "a CHANGED"), events(4));
        assertTrue(events.isEmpty(), events::toString);
    }

    @Test
    void notesAreSeenAtOnce() throws Exception {
        offer("a");
        engine.note("media", "a", "muted", "true");
        engine.note("media", "a", "colour", "red");
        assertEquals(
                Map.of("muted", "true", "colour", "red"),
                engine.sessions("media").get(0).notes());
        engine.note("media", "nobody", "muted", "true");
    }

    @Test
    void whatIsAskedOfNoSessionFails() throws Exception {
        assertEquals(Reason.UNKNOWN, reason(engine.accept("media", "x", "sdp")));
        assertEquals(Reason.UNKNOWN, reason(engine.candidate("media", "x", "line", "0", 0)));
        assertEquals(Reason.UNKNOWN, reason(engine.stats("media", "x")));
        engine.close("media", "x").get(30, TimeUnit.SECONDS);
        engine.source("media", "x", frame -> {}).close();
        engine.sink("media", "x", (samples, rate) -> {}).close();
    }

    @Test
    void whatStandsBehindACloseFails() throws Exception {
        offer("a");
        CompletableFuture<Void> closed = engine.close("media", "a");
        assertEquals(Reason.UNKNOWN, reason(engine.stats("media", "a")));
        closed.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aSuccessorOfTheSameNameBeginsWhenTheFirstIsGone() throws Exception {
        String first = offer("a");
        var closing = engine.close("media", "a");
        String second = offer("a");
        closing.get(30, TimeUnit.SECONDS); // told beside the successor's beginning
        assertFalse(first.equals(second));
        assertEquals(List.of("a OPENED", "a CHANGED", "a CLOSED", "a OPENED", "a CHANGED"), events(5));
    }

    @Test
    void aListenerThatThrowsIsDroppedAndOthersAreTold() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        engine.listen("media", (id, event) -> {
            calls.incrementAndGet();
            throw new LinkageError("listener, on purpose");
        });
        Registration quiet = engine.listen("media", (id, event) -> calls.addAndGet(100));
        quiet.close();
        quiet.close();
        offer("a");
        assertEquals(List.of("a OPENED", "a CHANGED"), events(2));
        assertEquals(1, calls.get());
    }

    @Test
    void withLoopbackOnlyTheSessionSaysWhyAndForgetsItWhenThereIsANetwork() throws Exception {
        outward.set(false);
        offer("a");
        String problem = engine.sessions("media").get(0).problem().orElseThrow();
        assertTrue(problem.contains("No network interface but loopback is up"), problem);
        outward.set(true);
        engine.answer("media", "a", engine.offer("pbx", "b").get(30, TimeUnit.SECONDS))
                .get(30, TimeUnit.SECONDS);
        assertTrue(engine.sessions("media").get(0).problem().isEmpty());
    }

    @Test
    void aStoppedEngineOpensNothing() throws Exception {
        offer("a");
        engine.stop();
        assertEquals(List.of(), engine.sessions("media"));
        assertEquals(Reason.NO_ENGINE, reason(engine.offer("media", "b")));
        assertEquals(List.of("a OPENED", "a CHANGED", "a CLOSED"), events(3));
    }

    private String offer(String id) throws Exception {
        return engine.offer("media", id).get(30, TimeUnit.SECONDS);
    }

    private List<String> events(int count) throws InterruptedException {
        List<String> all = new java.util.ArrayList<>();
        while (all.size() < count) {
            String event = events.poll(30, TimeUnit.SECONDS);
            assertTrue(event != null, () -> "only " + all);
            all.add(event);
        }
        return all;
    }
}
