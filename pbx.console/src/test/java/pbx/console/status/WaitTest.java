package pbx.console.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.console.HandCrank;

class WaitTest {
    private final HandCrank time = new HandCrank();
    private Optional<String> address = Optional.empty();
    private boolean server;
    private boolean listens;
    private final Wait wait = new Wait(time, () -> address, () -> server, () -> listens, 8080);
    private final CompletableFuture<String> words = wait.words().toCompletableFuture();

    @Test
    void saysWhereTheConsoleAnswersOnceItDoes() {
        wait.look();
        time.pass(500);
        assertFalse(words.isDone());
        address = Optional.of("http://127.0.0.1:8080/system/console");
        time.pass(100);
        assertEquals("console http://127.0.0.1:8080/system/console", words.join());
    }

    @Test
    void saysThatThePortBelongsToSomebodyElse() {
        listens = true;
        wait.look();
        time.pass(3000);
        assertEquals(
                "console off: port 8080 is in use; choose another: org.osgi.service.http.port = 8081"
                        + " in conf/org.apache.felix.http.cfg",
                words.join());
    }

    @Test
    void doesNotTakeOurOwnServerForAStranger() {
        listens = true;
        server = true;
        wait.look();
        time.pass(9000);
        assertFalse(words.isDone());
    }

    @Test
    void givesUpAfterTenSeconds() {
        wait.look();
        time.pass(9800);
        assertFalse(words.isDone());
        time.pass(200);
        assertEquals("console off: the web server on port 8080 did not start in 10 s; see the log", words.join());
    }

    @Test
    void aWaitThatIsStoppedSaysSo() {
        wait.look();
        wait.stop();
        CompletionException problem = assertThrows(CompletionException.class, words::join);
        PbxException stopped = assertInstanceOf(PbxException.class, problem.getCause());
        assertEquals(PbxException.Reason.STOPPED, stopped.reason());
        assertTrue(wait.over());
    }
}
