package pbx.ui.swing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.listeners.Replies;

/**
 * Hears {@code ./pbx dial}: a socket of the loopback address, whose port and secret stand in {@code data/softphone/door},
 * readable by the owner alone. A line {@code SECRET TEXT} is answered by a line, {@code ok ...} or {@code error: ...}; who does
 * not know the secret is not answered.
 */
@Component(immediate = true, service = DialDoor.class)
public final class DialDoor {
    private static final Logger log = LoggerFactory.getLogger(DialDoor.class);
    private static final int LONGEST = 1024;
    private static final int READ_MILLIS = 3000;
    private static final long ANSWER_SECONDS = 15;

    private final Function<String, CompletionStage<String>> dial;
    private final DoorFile file;
    private ServerSocket server;

    @Activate
    public DialDoor(@Reference Softphone softphone) {
        this(Path.of("data", "softphone", "door"), softphone::dial);
    }

    /** @param dial says in one line what became of it */
    DialDoor(Path file, Function<String, CompletionStage<String>> dial) {
        this.dial = dial;
        this.file = new DoorFile(file);
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            this.file.write(server.getLocalPort());
            Thread thread = new Thread(this::serve, "softphone-door");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException e) {
            log.warn("Numbers from the command line are not heard: {}", e.toString());
            close();
        }
    }

    @Deactivate
    void close() {
        file.delete();
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            log.debug("the door was closed already", e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                caller.setSoTimeout(READ_MILLIS);
                answer(caller);
            } catch (IOException e) {
                log.debug("a caller at the door has gone", e);
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        String line = line(new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8)));
        int space = line.indexOf(' ');
        if (space > 0 && same(line.substring(0, space), file.secret())) {
            String said = said(line.substring(space + 1)).replaceAll("\\R", " ") + "\n";
            caller.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
        } else {
            log.warn("Somebody at the door for numbers does not know the secret; not answered");
        }
    }

    private String said(String text) {
        try {
            return "ok " + dial.apply(text).toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return "error: " + Replies.bare(e.getCause()).getMessage();
        } catch (TimeoutException e) {
            return "error: no answer within " + ANSWER_SECONDS + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "error: the softphone is stopping";
        }
    }

    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
