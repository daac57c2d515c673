package pbx.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.connection.Message;
import pbx.api.socket.WebSockets;

/** A recording on its way to the platform, from socket to socket as it was recorded. Read as it is needed, never whole. */
final class Replay {
    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final Pattern ADDRESS = Pattern.compile("([^?]+)(?:\\?speed=(\\d{1,4}))?");
    private static final int MOST_SPEED = 1000;

    private final Json json = new Json();
    private final Path file;
    private final int speed;
    private final BufferedReader lines;
    /** Where the recording stands, in its own milliseconds. */
    private long at;

    private Replay(Path file, int speed, BufferedReader lines) {
        this.file = file;
        this.speed = speed;
        this.lines = lines;
    }

    /** @throws IllegalArgumentException in words for people */
    static Replay of(String address) {
        Matcher parts = ADDRESS.matcher(address);
        int speed = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 1;
        if (!parts.matches() || speed < 1 || speed > MOST_SPEED) {
            throw new IllegalArgumentException(
                    "the setting server is no recording; write for example replay:data/recordings/x.jsonl?speed=10"
                            + " (1 to " + MOST_SPEED + ")");
        }
        Path file = Path.of(parts.group(1));
        try {
            BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            Replay replay = new Replay(file, speed, lines);
            if (replay.read("recording").isEmpty()) {
                throw new IllegalArgumentException(file + " is no recording of a session");
            }
            return replay;
        } catch (IOException e) {
            throw new IllegalArgumentException("the recording " + file + " cannot be read", e);
        }
    }

    /** The next socket. */
    Part next() {
        return new Part();
    }

    /** The next line of that kind; empty at the end, which is not passed. */
    private Optional<Map<String, Object>> read(String... kinds) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, Object> fields =
                        json.message(line).map(Message::fields).orElse(Map.of());
                if (List.of(kinds).contains(Message.text(fields, "what"))) {
                    return Optional.of(fields);
                }
            }
        } catch (IOException e) {
            log.warn("the recording {} cannot be read further ({})", file, e.toString());
        }
        return Optional.empty();
    }

    /** What came through one socket, from its opening to its end. */
    final class Part {
        private volatile boolean stopped;
        private Thread player;

        synchronized void play(WebSockets.Receiver receiver) {
            player = new Thread(() -> run(receiver), "pbx-transport-replay");
            player.setDaemon(true);
            player.start();
        }

        synchronized void stop() {
            stopped = true;
            if (player != null && player != Thread.currentThread()) {
                player.interrupt();
            }
        }

        private void run(WebSockets.Receiver receiver) {
            try {
                while (!stopped) {
                    Optional<Map<String, Object>> line = read("opened", "received", "closed");
                    if (line.isEmpty()) {
                        log.info("the recording {} is over", file);
                        return;
                    }
                    keepTime(line.get());
                    if (!stopped && told(receiver, line.get())) {
                        return;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void keepTime(Map<String, Object> line) throws InterruptedException {
            long t = line.get("t") instanceof Number n ? n.longValue() : at;
            long wait = (t - at) / speed;
            at = t;
            if (wait > 0) {
                Thread.sleep(wait);
            }
        }

        /** Returns true if that was the end of the socket. */
        private boolean told(WebSockets.Receiver receiver, Map<String, Object> line) {
            switch (Message.text(line, "what")) {
                case "received" -> receiver.text(json.text(line.getOrDefault("frame", Map.of())));
                case "closed" -> {
                    receiver.closed(new Message("", line).number("code", 1006), Message.text(line, "reason"));
                    return true;
                }
                default -> {} // opened
            }
            return false;
        }
    }
}
