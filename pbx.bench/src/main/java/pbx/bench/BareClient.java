package pbx.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;

/** Jetty's WebSocket client with its defaults and Jackson's tree, in a process of its own: the least that reads the wire. */
public final class BareClient implements AutoCloseable {
    private static final int WINDOW = 1_000;
    private final Process process;
    private final BufferedReader out;

    BareClient(String what, URI url, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                BareClient.class.getName(),
                what,
                FeedServer.socket(url).toString()));
        command.addAll(List.of(more));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next line it says. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the bare client ended early");
        }
        return line;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    public static void main(String[] words) throws Exception {
        URI url = URI.create(words[1]);
        WebSocketClient client = new WebSocketClient();
        client.start();
        if (words[0].equals("throughput")) {
            client.connect(new Reader(WINDOW), url).get();
        } else {
            List<Session> sessions = new ArrayList<>();
            for (String count : words[2].split(",", -1)) {
                while (sessions.size() < Integer.parseInt(count)) {
                    sessions.add(client.connect(new Reader(0), url).get());
                }
                System.out.println(vitals());
            }
        }
        Thread.currentThread().join();
    }

    private static String vitals() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024 + " "
                + ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** Reads each text into a tree, looks at its kind, and answers every so many. */
    public static final class Reader implements Session.Listener.AutoDemanding {
        private final ObjectMapper mapper = new ObjectMapper();
        private final int window;
        private Session session;
        private int read;

        Reader(int window) {
            this.window = window;
        }

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
            session.sendText("{\"action\":\"bench-ready\"}", Callback.NOOP);
        }

        @Override
        public void onWebSocketText(String text) {
            try {
                JsonNode tree = mapper.readTree(text);
                if (tree.path("action").asText().isEmpty()) {
                    throw new IllegalStateException(text);
                }
                if (window > 0 && ++read % window == 0) {
                    session.sendText("{\"action\":\"bench-ack\",\"stamp\":" + read + "}", Callback.NOOP);
                }
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }
}
