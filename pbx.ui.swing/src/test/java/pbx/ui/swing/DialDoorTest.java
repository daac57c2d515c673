package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** The way of a number from the command line into the softphone, and who is kept out of it. */
class DialDoorTest {
    @TempDir
    static Path folder;

    private final Path file = folder.resolve("softphone").resolve("door");
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final DialDoor door = new DialDoor(file, this::dial);

    @AfterEach
    void close() {
        door.close();
        assertFalse(Files.exists(file));
    }

    @Test
    void whoKnowsTheSecretIsHeardAndToldWhatBecameOfIt() throws Exception {
        assertEquals("ok calling 601", say(secret() + " 601\n"));
        assertEquals("error: a link may not dial a star code", say(secret() + " tel:*85\n"));
        assertEquals("601", asked.poll());
        assertEquals("tel:*85", asked.poll());
    }

    @Test
    void nobodyElseIsHeard() throws Exception {
        assertEquals("", say("601\n"));
        assertEquals("", say("0".repeat(64) + " 601\n"));
        assertEquals("", say("POST / HTTP/1.1\r\n\r\n"));
        assertEquals("", say("x".repeat(5000)));
        assertEquals(0, asked.size());
        assertEquals("ok calling 601", say(secret() + " 601\n"));
    }

    @Test
    void theSecretIsTheOwnersAndNewEachTime() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String before = secret();
        DialDoor next = new DialDoor(file, this::dial);
        assertNotEquals(before, secret());
        door.close();
        assertEquals("ok calling 44", say(secret() + " 44\n"), "the old door takes only its own file away");
        next.close();
    }

    private CompletionStage<String> dial(String text) {
        asked.add(text);
        return text.startsWith("tel:")
                ? CompletableFuture.failedFuture(new PbxException(Reason.DENIED, "a link may not dial\na star code"))
                : CompletableFuture.completedFuture("calling " + text);
    }

    private String secret() throws IOException {
        String all = Files.readString(file).strip();
        return all.substring(all.indexOf(' ') + 1);
    }

    private String say(String line) throws IOException {
        String all = Files.readString(file);
        int port = Integer.parseInt(all.substring(0, all.indexOf(' ')));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (java.net.SocketException e) { // who says too much is cut off
            return "";
        }
    }
}
