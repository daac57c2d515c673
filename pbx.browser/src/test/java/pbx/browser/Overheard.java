package pbx.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sits on the plain wire between an account and its PBX and listens: what is secret there must be seen nowhere else. */
final class Overheard implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<ByteArrayOutputStream> said = new CopyOnWriteArrayList<>();
    private final int pbx;

    Overheard(int pbx) throws IOException {
        this.pbx = pbx;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), pbx);
                open.addAll(List.of(client, server));
                start(() -> copy(client, server));
                start(() -> copy(server, client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void copy(Socket from, Socket to) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        said.add(heard);
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                synchronized (heard) {
                    heard.write(bytes, 0, count);
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException closed) {
            // either end is gone
        }
    }

    /** What the first group of the pattern was, each time; in frames of clients too. */
    Set<String> find(String pattern) {
        Set<String> found = new TreeSet<>();
        for (ByteArrayOutputStream heard : said) {
            byte[] bytes;
            synchronized (heard) {
                bytes = heard.toByteArray();
            }
            for (String text : List.of(new String(bytes, StandardCharsets.ISO_8859_1), unmasked(bytes))) {
                Matcher matcher = Pattern.compile(pattern).matcher(text);
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    /** The text of a client's WebSocket frames (RFC 6455, 5.2), which are masked; empty where there are none. */
    private static String unmasked(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = all.indexOf("\r\n\r\n") + 4;
        StringBuilder text = new StringBuilder();
        while (all.startsWith("GET ") && at + 10 <= bytes.length && (bytes[at + 1] & 0x80) != 0) {
            int length = bytes[at + 1] & 0x7f;
            int head = length == 126 ? 4 : length == 127 ? 10 : 2;
            if (length >= 126) {
                ByteBuffer extended = ByteBuffer.wrap(bytes, at + 2, head - 2);
                length = length == 126 ? extended.getShort() & 0xffff : (int) extended.getLong();
            }
            int mask = at + head;
            for (int i = 0; i < length && mask + 4 + i < bytes.length; i++) {
                text.append((char) ((bytes[mask + 4 + i] ^ bytes[mask + i % 4]) & 0xff));
            }
            text.append('\n');
            at = mask + 4 + length;
        }
        return text.toString();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "overheard");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
