package pbx.websocket;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pbx.api.socket.WebSockets;

/** Against a far end that goes on talking, whatever it is told: only a lost connection ends it. */
@Timeout(60)
class ClosingTest {
    private static final byte[] TEXT = {(byte) 0x81, 2, 'h', 'i'};
    private static final long LATER = Duration.ofSeconds(11).toNanos();

    private final JettyWebSockets sockets = new JettyWebSockets();
    private final CountDownLatch spoken = new CountDownLatch(1);
    private final CountDownLatch cut = new CountDownLatch(1);
    private ServerSocket door;

    @BeforeEach
    void start() throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        sockets.stop();
        door.close();
    }

    @Test
    void aSocketThatWasClosedIsCutOffIfTheFarEndTalksOn() throws Exception {
        open();
        sockets.close("a");
        assertCutOff();
    }

    @Test
    void oneInWhosePlaceAnotherWasOpenedToo() throws Exception {
        open();
        open();
        sockets.attach("a", new WebSockets.Receiver() {
            @Override
            public void text(String frame) {}

            @Override
            public void closed(int code, String reason) {}
        });
        assertCutOff();
    }

    private void assertCutOff() throws InterruptedException {
        sockets.check(System.nanoTime());
        assertFalse(cut.await(50, TimeUnit.MILLISECONDS), "it may answer that it was closed");
        sockets.check(System.nanoTime() + LATER);
        cut.await();
    }

    private void open() throws Exception {
        Thread pbx = new Thread(() -> talk(), "far end");
        pbx.setDaemon(true);
        pbx.start();
        URI uri = URI.create("ws://127.0.0.1:" + door.getLocalPort() + "/");
        sockets.open("a", uri, Map.of(), Optional.empty()).toCompletableFuture().get(20, TimeUnit.SECONDS);
        spoken.await();
    }

    private void talk() {
        try (Socket socket = door.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accepted(socket) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (; ; ) {
                out.write(TEXT);
                out.flush();
                spoken.countDown();
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (Exception e) { // the way in which it sees its end
            cut.countDown();
        }
    }

    private static String accepted(Socket socket) throws Exception {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String key = "";
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        byte[] whole = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(whole));
    }
}
