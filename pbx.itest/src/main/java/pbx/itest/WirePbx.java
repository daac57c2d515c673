package pbx.itest;

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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A second PBX, with other tenants than the embedded one: it knows no calls, and one colleague for every account. */
final class WirePbx implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** The query of every socket that was ever opened. */
    final List<String> opened = new CopyOnWriteArrayList<>();

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    WirePbx() throws IOException {
        daemon(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    daemon(() -> serve(socket));
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "wire-pbx");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            BufferedOutputStream out = new BufferedOutputStream(socket.getOutputStream());
            while (true) {
                String request = line(in);
                String key = "";
                int length = 0;
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    String lower = header.toLowerCase(Locale.ROOT);
                    String value = header.substring(header.indexOf(':') + 1).strip();
                    key = lower.startsWith("sec-websocket-key:") ? value : key;
                    length = lower.startsWith("content-length:") ? Integer.parseInt(value) : length;
                }
                in.readNBytes(length);
                if (!key.isEmpty()) {
                    converse(request.replaceAll(".*\\?| HTTP.*", ""), key, in, out);
                    return;
                }
                write(out, "HTTP/1.1 200 OK\r\nServer: PBX/70.1\r\nContent-Length: 22\r\n\r\n\"12345678901234567890\"");
            }
        } catch (IOException gone) {
            // so it goes
        }
    }

    private void converse(String query, String key, DataInputStream in, BufferedOutputStream out) throws IOException {
        opened.add(query);
        write(
                out,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + accept(key) + "\r\n\r\n");
        String tenant = query.replaceAll("domain=|&.*", "");
        while (true) {
            int opcode = in.readUnsignedByte() & 0xf;
            int length = in.readUnsignedByte() & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length;
            byte[] mask = in.readNBytes(4);
            byte[] data = in.readNBytes(length);
            for (int i = 0; i < data.length; i++) {
                data[i] ^= mask[i % 4];
            }
            if (opcode == 8) {
                return;
            } else if (opcode == 9) {
                frame(out, 10, data);
            } else if (opcode == 1) {
                answer(new String(data, StandardCharsets.UTF_8), tenant, out);
            }
        }
    }

    private static void answer(String text, String tenant, BufferedOutputStream out) throws IOException {
        if (text.contains("\"domain-calls\"")) {
            String account = "{\"type\":\"extensions\",\"account\":\"777\",\"name\":\"Colleague of " + tenant
                    + "\",\"registered\":true,\"dnd\":false}";
            String state = "{\"action\":\"domain-state\",\"messages\":[],\"calls\":[],\"accounts\":[" + account + "]}";
            frame(out, 1, state.getBytes(StandardCharsets.UTF_8));
        } else if (text.contains("\"sip-register\"")) {
            frame(out, 1, "{\"action\":\"sip-register\",\"expires\":3600}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void frame(BufferedOutputStream out, int opcode, byte[] data) throws IOException {
        out.write(0x80 | opcode);
        if (data.length < 126) {
            out.write(data.length);
        } else {
            out.write(new byte[] {126, (byte) (data.length >> 8), (byte) data.length});
        }
        out.write(data);
        out.flush();
    }

    private static String accept(String key) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void write(BufferedOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }
}
