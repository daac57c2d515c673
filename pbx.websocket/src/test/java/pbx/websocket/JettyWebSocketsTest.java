package pbx.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.api.socket.OpenException;
import pbx.api.socket.WebSockets;

/** Against a real Jetty server that says everything back. */
class JettyWebSocketsTest {
    private final JettyWebSockets sockets = new JettyWebSockets();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch wake = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Server server;
    private URI uri;

    /** Says everything back; closes on "close", and so on. */
    public final class Echo implements Session.Listener.AutoDemanding {
        private Session session;

        /** No pong is sent while this lasts. */
        private void sleep() {
            try {
                wake.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onWebSocketClose(int code, String reason, Callback callback) {
            ended.countDown();
            callback.succeed();
        }

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
        }

        @Override
        public void onWebSocketText(String text) {
            if ("close".equals(text)) {
                session.close(4001, "as you wish", Callback.NOOP);
            } else if ("binary".equals(text)) {
                session.sendBinary(ByteBuffer.wrap(new byte[100]), Callback.NOOP);
            } else if ("long".equals(text)) {
                session.sendText("x".repeat(WebSockets.MOST_CHARACTERS + 1), Callback.NOOP);
            } else if ("sleep".equals(text)) {
                sleep();
            } else {
                session.sendText(text, Callback.NOOP);
            }
        }
    }

    private final class Heard implements WebSockets.Receiver {
        private final String who;

        Heard(String who) {
            this.who = who;
        }

        @Override
        public void text(String frame) {
            heard.add(who + ":" + frame);
        }

        @Override
        public void closed(int code, String reason) {
            heard.add(who + " closed " + code + " " + reason);
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(
                server, container -> container.addMapping("/echo", (request, response, callback) -> new Echo())));
        server.start();
        uri = URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/echo");
    }

    @AfterEach
    void stop() throws Exception {
        sockets.stop();
        server.stop();
    }

    @Test
    void aSocketStaysOpenWhileReceiversComeAndGo() throws Exception {
        open();
        AutoCloseable first = sockets.attach("a", new Heard("first"));
        send("1");
        assertEquals("first:1", hear());
        first.close();
        send("2");
        send("3");
        sockets.note("a", "cookie", "kept");
        sockets.attach("a", new Heard("second"));
        assertEquals("second:2", hear());
        assertEquals("second:3", hear());
        assertEquals(Map.of("cookie", "kept"), sockets.notes("a"));
        first.close();
        send("4");
        assertEquals("second:4", hear(), "a late detach of the former does not take the next one away");
    }

    @Test
    void theReceiverIsToldOfTheEndOnce() throws Exception {
        open();
        sockets.attach("a", new Heard("r"));
        send("close");
        assertEquals("r closed 4001 as you wish", hear());
        assertFalse(sockets.isOpen("a"));
        assertInstanceOf(
                IllegalStateException.class,
                assertThrows(ExecutionException.class, () -> send("x")).getCause());
    }

    @Test
    void anEndThatNobodyHeardIsToldToTheNext() throws Exception {
        open();
        send("1");
        send("close");
        sockets.attach("a", new Heard("late"));
        assertEquals("late:1", hear());
        assertEquals("late closed 4001 as you wish", hear());
    }

    @Test
    void whoComesTooLateToAnAbandonedSocketIsToldSo() throws Exception {
        open();
        sockets.check(System.nanoTime() + TimeUnit.SECONDS.toNanos(61));
        assertTrue(ended.await(20, TimeUnit.SECONDS));
        sockets.attach("a", new Heard("late"));
        assertEquals("late closed 1006 nobody attended to it for 60 s", hear());
    }

    @Test
    void ourOwnCloseIsSilent() throws Exception {
        open();
        sockets.attach("a", new Heard("r"));
        send("1");
        assertEquals("r:1", hear());
        sockets.close("a");
        assertFalse(sockets.isOpen("a"));
        open();
        sockets.attach("a", new Heard("again"));
        send("2");
        assertEquals("again:2", hear());
    }

    @Test
    void aBinaryMessageAndATextThatIsTooLongAreDroppedAndTheSocketStays() throws Exception {
        open();
        sockets.attach("a", new Heard("r"));
        send("binary");
        send("long");
        send("after");
        assertEquals("r:after", hear());
        assertTrue(sockets.isOpen("a"));
    }

    /** Each test of a connection makes a way of verifying of its own, and so does each change of a trusted file. */
    @Test
    void aClientThatNobodyNeedsAnyMoreIsStopped() throws Exception {
        Optional<SSLContext> trust = Optional.of(SSLContext.getInstance("TLS"));
        trust.get().init(null, null, null);
        sockets.open("a", uri, Map.of(), trust).toCompletableFuture().get(30, TimeUnit.SECONDS);
        WebSocketClient client = sockets.clients.of(trust);
        CountDownLatch stopped = new CountDownLatch(1);
        client.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopped(LifeCycle event) {
                stopped.countDown();
            }
        });
        sockets.clients.sweep(System.nanoTime() + TimeUnit.SECONDS.toNanos(61));
        assertSame(client, sockets.clients.of(trust), "it has a socket");
        sockets.close("a");
        for (int i = 0; i < 1_000 && !client.getOpenSessions().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        sockets.clients.sweep(System.nanoTime());
        assertSame(client, sockets.clients.of(trust), "it was asked for just now");
        sockets.clients.sweep(System.nanoTime() + TimeUnit.SECONDS.toNanos(61));
        assertTrue(stopped.await(30, TimeUnit.SECONDS), "its threads are kept for ever");
        sockets.open("a", uri, Map.of(), trust).toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertTrue(sockets.isOpen("a"), "who asks again gets another");
    }

    @Test
    void aLivingSocketSurvivesAProbeAndADeadOneDoesNot() throws Exception {
        survivesAProbe();
        assertEquals(Optional.empty(), sockets.roundTrip("nobody"));
        send("sleep");
        sockets.probe("a", Duration.ofMillis(300));
        String end = hear();
        assertTrue(end.endsWith(" closed 1006 no sign of life within 300 ms"), end);
        wake.countDown();
    }

    /** What is answered in time lives. On a machine that stands still for a moment it is not, and is asked again. */
    private void survivesAProbe() throws Exception {
        for (int i = 0; i < 20; i++) {
            open();
            sockets.attach("a", new Heard("r" + i));
            long asked = System.nanoTime();
            sockets.probe("a", Duration.ofMillis(300));
            Optional<Duration> answer = Optional.empty();
            long took = 0;
            while (answer.isEmpty() && took < 200) { // nobody is told of it
                TimeUnit.MILLISECONDS.sleep(1);
                answer = sockets.roundTrip("a");
                took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
            }
            if (took < 200) {
                assertEquals(null, heard.poll(600, TimeUnit.MILLISECONDS));
                assertTrue(sockets.isOpen("a"));
                assertTrue(answer.get().toNanos() > 0 && answer.get().toMillis() < 600, answer::toString);
                return;
            }
            sockets.close("a");
            heard.clear();
        }
        throw new AssertionError("this machine never answers within 200 ms");
    }

    @Test
    void aSocketThatWasClosedBeforeItOpenedDoesNotStayOpen() throws Exception {
        var opening = sockets.open("a", uri, Map.of(), Optional.empty()).toCompletableFuture();
        sockets.close("a");
        opening.get(20, TimeUnit.SECONDS);
        assertTrue(ended.await(20, TimeUnit.SECONDS), "the server saw its end");
        assertFalse(sockets.isOpen("a"));
    }

    @Test
    void aRefusedHandshakeSaysItsStatus() {
        URI nowhere = uri.resolve("/nothing-here");
        OpenException refused = assertInstanceOf(
                OpenException.class,
                assertThrows(ExecutionException.class, () -> sockets.open("a", nowhere, Map.of(), Optional.empty())
                                .toCompletableFuture()
                                .get(20, TimeUnit.SECONDS))
                        .getCause());
        assertEquals(404, refused.status());
        assertFalse(sockets.isOpen("a"));
    }

    @Test
    void anUnreachableServerSaysSo() throws Exception {
        server.stop();
        OpenException failed = assertInstanceOf(
                OpenException.class,
                assertThrows(ExecutionException.class, this::open).getCause());
        assertEquals(0, failed.status());
        assertTrue(failed.getMessage().contains("refused"), failed.getMessage());
    }

    private void open() throws Exception {
        sockets.open("a", uri, Map.of(), Optional.empty()).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void send(String text) throws Exception {
        sockets.send("a", text).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private String hear() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }
}
