package pbx.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The least of a PBX that lets anybody in: a login, a registration, and then frames that were encoded beforehand. What a client
 * says as {@code bench-ack} is given to whoever feeds it. It stands before every client that is compared, and does the same
 * work for each.
 */
final class FeedServer implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String REGISTERED = "{\"action\":\"sip-register\",\"registered\":true,\"expires\":3600}";
    private static final int STACK = 128 << 10;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final ServerSocket door = new ServerSocket(0, 4_096, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Client> ready = new LinkedBlockingQueue<>();

    FeedServer() throws IOException {
        thread("feed door", this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** A client that has said that it listens. */
    Client client(int seconds) throws Exception {
        Client client = ready.poll(seconds, TimeUnit.SECONDS);
        if (client == null) {
            throw new IOException("nobody listened within " + seconds + " s");
        }
        return client;
    }

    /** A text as one frame from a server. */
    static byte[] frame(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] frame(int opcode, byte[] body) {
        int head = body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10;
        byte[] frame = new byte[head + body.length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) (head == 2 ? body.length : head == 4 ? 126 : 127);
        for (int i = head - 1, rest = body.length; i > 1; i--, rest >>>= 8) {
            frame[i] = (byte) rest;
        }
        System.arraycopy(body, 0, frame, head, body.length);
        return frame;
    }

    /** One open socket. */
    static final class Client {
        private final OutputStream out;
        /** Stamps that came back, and when. */
        final BlockingQueue<long[]> acks = new LinkedBlockingQueue<>();

        /**
         * How often it asked for everything anew: so does the platform when somebody on it could not follow. Told by the orbits,
         * which only then are asked for: for the picture alone, which never comes here, presence asks by itself, ever more seldom.
         */
        final AtomicInteger asked = new AtomicInteger();

        private Client(OutputStream out) {
            this.out = out;
        }

        synchronized void send(byte[] frame) throws IOException {
            out.write(frame);
        }

        synchronized void flush() throws IOException {
            out.flush();
        }

        long[] ack() throws Exception {
            long[] ack = acks.poll(30, TimeUnit.SECONDS);
            if (ack == null) {
                throw new IOException("a client did not answer");
            }
            return ack;
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, STACK);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                thread("feed client", () -> serve(socket));
            }
        } catch (IOException closed) {
            // over
        }
    }

    @SuppressWarnings("EmptyCatch") // a client that leaves has left
    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 4_096));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 32 << 10);
            String head = head(in);
            String key = header(head, "sec-websocket-key");
            if (key.isEmpty()) {
                in.readNBytes(Integer.parseInt("0" + header(head, "content-length")));
                boolean session = head.contains(" /rest/system/session ");
                String body = session ? "\"feed\"" : "";
                out.write(("HTTP/1.1 " + (session ? "200 OK" : "404 Not Found")
                                + "\r\nServer: PBX/67.0.5\r\nContent-Length: " + body.length()
                                + "\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return;
            }
            out.write(
                    ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                    + accepted(key) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            read(in, new Client(out));
        } catch (IOException | GeneralSecurityException left) {
        }
    }

    private void read(DataInputStream in, Client client) throws IOException {
        for (; ; ) {
            int opcode = in.readUnsignedByte() & 0xf;
            int length = in.readUnsignedByte() & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
            byte[] mask = in.readNBytes(4);
            byte[] body = in.readNBytes(length);
            for (int i = 0; i < body.length; i++) {
                body[i] ^= mask[i % 4];
            }
            if (opcode == CLOSE) {
                return;
            }
            if (opcode == PING) {
                client.send(frame(PONG, body));
                client.flush();
            } else if (opcode == TEXT) {
                said(client, new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    private void said(Client client, String text) throws IOException {
        if (text.contains("sip-register")) {
            client.send(frame(REGISTERED));
            client.flush();
        } else if (text.contains("bench-ready")) {
            ready.add(client);
        } else if (text.contains("bench-ack")) {
            long now = System.nanoTime();
            String stamp = text.substring(text.indexOf("\"stamp\":") + 8).replaceAll("[^0-9]", "");
            client.acks.add(new long[] {Long.parseLong(stamp), now});
        } else if (text.contains("orbit-calls")) {
            client.asked.incrementAndGet();
        }
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String accepted(String key) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
    }

    /** For a bare client: where it opens its socket. */
    static URI socket(URI url) {
        return URI.create("ws" + url.toString().substring(4) + "/websocket?domain=localhost&user=40");
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
