package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;
import pbx.api.socket.WebSockets;
import pbx.listeners.Writer;

/** What comes in the moment in which an account is deleted, and what a successor of its name has of it; cranked by hand. */
class LinkTest {
    private final Crank crank = new Crank();
    private final ConnectionBoard board = new ConnectionBoard(crank);
    private final Account account = Desk.account(Desk.settings(1));
    private final OneSocket socket = new OneSocket();
    private final Link link = link();

    private Link link() {
        return new Link(board, any -> socket, new Json(), account);
    }

    private void registered() {
        crank.post(link::start);
        crank.run();
        socket.login.complete(new Session("session=x", Optional.empty()));
        crank.run();
        socket.receiver.text("{\"action\":\"sip-register\",\"expires\":3600}");
        crank.run();
        assertEquals(ConnectionState.REGISTERED, link.status().state());
    }

    /** The account of that name, made anew while the old one is going, must not be harmed by it. */
    private void assertLetsGo() {
        assertEquals(ConnectionState.CLOSED, link.status().state());
        int closed = socket.closed;
        int logins = socket.logins;
        crank.pass();
        crank.pass();
        assertEquals(closed, socket.closed, "closed the socket of whoever has the name now");
        assertEquals(logins, socket.logins, "tried again");
        assertEquals(ConnectionState.CLOSED, link.status().state());
    }

    @Test
    void aDeletedAccountWhoseSocketIsLostInThatMomentComesNotBack() {
        registered();
        crank.post(() -> link.stop(true));
        socket.receiver.closed(1001, "going away");
        crank.run();
        assertLetsGo();
    }

    @Test
    void norOneThatIsRefusedInThatMoment() {
        crank.post(link::start);
        crank.run();
        crank.post(() -> link.stop(true));
        socket.login.completeExceptionally(new PbxException(Reason.TIMED_OUT, "too late"));
        crank.run();
        assertLetsGo();
    }

    @Test
    void norOneThatIsLetInInThatMoment() {
        crank.post(link::start);
        crank.run();
        crank.post(() -> link.stop(true));
        socket.login.complete(new Session("session=x", Optional.empty()));
        crank.run();
        assertFalse(socket.open, "nobody would close it");
        assertLetsGo();
    }

    @Test
    void norOneThatIsToHurryInThatMoment() {
        registered();
        socket.receiver.closed(1001, "going away");
        crank.run();
        crank.post(() -> link.stop(true));
        board.hurry("deliberate"); // before what the stop posts
        crank.run();
        assertLetsGo();
    }

    @Test
    void aSuccessorThatTookTheSocketOverKeepsIt() {
        registered();
        Link successor = link();
        crank.post(() -> link.stop(true));
        crank.post(successor::start); // before what the stop posts
        crank.run();
        assertEquals(ConnectionState.REGISTERED, successor.status().state());
        assertTrue(socket.open, "it believes so, and is told of nothing");
    }

    /** A timer holds the link, and by it the sockets' classes, while they are being replaced. */
    @Test
    void onceStoppedItWaitsForNothingAndNobodyWaitsForIt() {
        crank.post(link::start);
        crank.run();
        crank.post(() -> link.stop(false));
        crank.run();
        assertEquals(List.of(), crank.timers);
        assertTrue(link.ready().toCompletableFuture().isDone());
    }

    @Test
    void norDoesOneWhoseSuccessorWasQuicker() {
        crank.post(link::start);
        crank.run();
        Link successor = link();
        crank.post(() -> link.stop(false));
        crank.post(successor::start);
        crank.run();
        crank.post(() -> successor.stop(false));
        crank.run();
        assertEquals(List.of(), crank.timers);
        assertTrue(link.ready().toCompletableFuture().isDone());
    }

    @Test
    void nobodySpeaksBeforeTheSocketIsRegistered() {
        List<String> refused = new ArrayList<>();
        socket.sent = frame -> {
            var unused = link.send(Message.of("sdp-200ok")).exceptionally(why -> {
                refused.add(frame);
                return null;
            });
        };
        registered();
        assertEquals(
                List.of("own-calls", "orbit-calls", "blf", "ringtones", "domain-calls", "sip-register"),
                refused.stream()
                        .map(frame -> frame.replaceAll(".*\"action\":\"([a-z-]+)\".*", "$1"))
                        .toList());
    }

    @Test
    void aSocketThatIsGoneWithoutAWordIsMissedByTheNextSignOfLife() {
        registered();
        socket.open = false;
        crank.pass(); // the sign of life
        crank.pass(); // the pause before the next try
        assertEquals(2, socket.logins, "comes back");
    }

    @Test
    void aRenewalThatThePbxDoesNotAnswerIsAskedForAgain() {
        List<String> asked = new ArrayList<>();
        registered();
        socket.sent = asked::add;
        crank.pass();
        crank.pass();
        crank.pass();
        assertEquals(
                3,
                asked.stream().filter(frame -> frame.contains("sip-register")).count(),
                "it would run out");
    }

    /** Its successor learns that there is a registration, not when it runs out. */
    @Test
    void norIsOneForgottenThatWasTakenOver() {
        registered();
        Link successor = link();
        crank.post(() -> link.stop(false));
        crank.run();
        crank.post(successor::start);
        crank.run();
        List<String> asked = new ArrayList<>();
        socket.sent = asked::add;
        crank.pass();
        crank.pass();
        assertTrue(asked.stream().anyMatch(frame -> frame.contains("sip-register")), asked::toString);
    }

    @Test
    void whatHasComeIsToldHoweverMuchItIs() throws Exception {
        int many = 1000;
        CountDownLatch told = new CountDownLatch(many);
        board.listen((from, message) -> told.countDown(), "test", Set.of("candidate"));
        registered();
        for (int i = 0; i < many; i++) {
            socket.receiver.text("{\"action\":\"candidate\",\"callid\":\"" + i + "\"}");
        }
        crank.post(() -> link.stop(false));
        crank.run();
        assertTrue(told.await(10, TimeUnit.SECONDS), () -> told.getCount() + " were not told");
        assertEquals(ConnectionState.CLOSED, link.status().state());
    }

    @Test
    void aLoginThatCannotEvenBeBegunIsTriedAgain() {
        socket.broken = new IllegalArgumentException("invalid header value");
        crank.post(link::start);
        crank.run();
        assertTrue(link.status().problem().orElse("").contains("invalid header value"), link.status()::toString);
        socket.broken = null;
        crank.pass();
        assertEquals(2, socket.logins);
    }

    /** A socket by name, as {@link WebSockets} has them: whoever knows the name may close it. */
    private static final class OneSocket implements Line {
        private final Map<String, String> notes = new HashMap<>();
        private CompletableFuture<Session> login;
        private WebSockets.Receiver receiver;
        private Consumer<String> sent = frame -> {};
        private boolean open;
        private int logins;
        private int closed;
        private RuntimeException broken;

        @Override
        public CompletableFuture<Session> login(Duration patience) {
            logins++;
            if (broken != null) {
                throw broken;
            }
            login = new CompletableFuture<>();
            return login;
        }

        @Override
        public CompletionStage<Void> open(Session session) {
            open = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public Map<String, String> notes() {
            return Map.copyOf(notes);
        }

        @Override
        public void note(String key, String value) {
            notes.put(key, value);
        }

        @Override
        public CompletionStage<Void> send(String frame) {
            if (!frame.contains("sdp-200ok")) {
                sent.accept(frame);
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public AutoCloseable attach(WebSockets.Receiver next) {
            receiver = next;
            return () -> {};
        }

        @Override
        public void probe() {}

        @Override
        public void close() {
            open = false;
            closed++;
        }

        @Override
        public CompletionStage<Object> ask(Session session, String method, String path, Map<String, Object> body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<byte[]> fetch(Session session, String path) {
            throw new UnsupportedOperationException();
        }
    }

    /** A writer that stands still until it is cranked. */
    private static final class Crank implements Writer {
        private final Queue<Runnable> posted = new ArrayDeque<>();
        private final List<Runnable> timers = new ArrayList<>();

        @Override
        public boolean post(Runnable work) {
            return posted.add(work);
        }

        @Override
        public Timer after(Duration delay, Runnable work) {
            timers.add(work);
            return () -> timers.remove(work);
        }

        void run() {
            for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
                work.run();
            }
        }

        /** Lets all the time pass for which anybody waits now. */
        void pass() {
            List<Runnable> due = List.copyOf(timers);
            timers.clear();
            due.forEach(this::post);
            run();
        }

        @Override
        public void close() {}
    }
}
