package pbx.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * The other end of the wire, byte by byte, so that it can also do what no library would: a PBX of the test's own that knows
 * nothing of {@code pbx.simulator} and shares no code with the transport.
 */
final class TestPbx implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    final BlockingQueue<Ask> asked = new LinkedBlockingQueue<>();
    final BlockingQueue<Wire> sockets = new LinkedBlockingQueue<>();
    volatile Function<Ask, String> answers = TestPbx::usual;
    private final ServerSocket server;

    /** One HTTP request. */
    record Ask(String method, String path, Map<String, String> headers, String body) {}

    TestPbx() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    TestPbx(ServerSocketFactory sockets) throws IOException {
        server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    static String usual(Ask ask) {
        return ask.path().equals("/rest/system/session")
                ? answer("200 OK", "Server: PBX/67.0.5 (Debian64)\r\n", "\"abcdefghij0123456789\"")
                : answer("404 Not Found", "", "");
    }

    static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    Wire socket() throws InterruptedException {
        Wire wire = sockets.poll(30, TimeUnit.SECONDS);
        if (wire == null) {
            throw new AssertionError("nobody opened a socket");
        }
        return wire;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "test-pbx");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            BufferedOutputStream out = new BufferedOutputStream(socket.getOutputStream());
            while (true) {
                Ask ask = read(in);
                asked.add(ask);
                if (ask.headers().containsKey("sec-websocket-key") && ask.path().startsWith("/websocket?")) {
                    upgrade(ask, socket, in, out);
                    return;
                }
                out.write(answers.apply(ask).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            // so it goes
        }
    }

    private void upgrade(Ask ask, Socket socket, DataInputStream in, BufferedOutputStream out) throws IOException {
        String accept;
        try {
            accept = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((ask.headers().get("sec-websocket-key") + GUID)
                                    .getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Wire wire = new Wire(ask, socket, in, out);
        sockets.add(wire);
        wire.run();
    }

    private static Ask read(DataInputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Ask(first[0], first[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** One WebSocket of the client. */
    static final class Wire {
        static final int TEXT = 1;
        static final int BINARY = 2;
        static final int CLOSE = 8;
        static final int PING = 9;
        static final int PONG = 10;

        final Ask handshake;
        final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
        /** The status of the client's close frame, -1 for an end without one. */
        final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();

        volatile boolean deaf;
        private final Socket socket;
        private final DataInputStream in;
        private final BufferedOutputStream out;

        private Wire(Ask handshake, Socket socket, DataInputStream in, BufferedOutputStream out) {
            this.handshake = handshake;
            this.socket = socket;
            this.in = in;
            this.out = out;
        }

        private void run() {
            try {
                while (frame()) {
                    // another one
                }
            } catch (IOException gone) {
                closed.add(-1);
            }
        }

        private boolean frame() throws IOException {
            int first = in.readUnsignedByte();
            int second = in.readUnsignedByte();
            long length = second & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            byte[] key = in.readNBytes(4);
            byte[] data = in.readNBytes((int) length);
            for (int i = 0; i < data.length; i++) {
                data[i] ^= key[i % 4];
            }
            switch (first & 0xf) {
                case TEXT -> texts.add(new String(data, StandardCharsets.UTF_8));
                case PING -> {
                    if (!deaf) {
                        send(PONG, data);
                    }
                }
                case PONG -> pongs.add(new String(data, StandardCharsets.UTF_8));
                case CLOSE -> {
                    closed.add(data.length < 2 ? 1005 : ((data[0] & 0xff) << 8) | (data[1] & 0xff));
                    return false;
                }
                default -> throw new IOException("unexpected opcode " + (first & 0xf));
            }
            return true;
        }

        void text(String text) throws IOException {
            send(TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        synchronized void send(int opcode, byte[] data) throws IOException {
            fragment(0x80 | opcode, data, data.length);
            out.flush();
        }

        /** @param first the first byte, with the FIN bit or without */
        synchronized void fragment(int first, byte[] data, int length) throws IOException {
            out.write(first);
            if (length < 126) {
                out.write(length);
            } else if (length < 1 << 16) {
                out.write(new byte[] {126, (byte) (length >> 8), (byte) length});
            } else {
                out.write(new byte[] {
                    127, 0, 0, 0, 0, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
                });
            }
            out.write(data, 0, length);
            out.flush();
        }

        /** Everything that came until the client has answered a ping, that is: has read all that was sent before. */
        boolean alive(String token) throws IOException, InterruptedException {
            send(PING, token.getBytes(StandardCharsets.UTF_8));
            for (String pong = pongs.poll(20, TimeUnit.SECONDS);
                    pong != null;
                    pong = pongs.poll(20, TimeUnit.SECONDS)) {
                if (pong.equals(token)) {
                    return true;
                }
            }
            return false;
        }

        String hear() throws InterruptedException {
            return texts.poll(20, TimeUnit.SECONDS);
        }

        void close(int code) throws IOException {
            send(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
        }

        void cut() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
