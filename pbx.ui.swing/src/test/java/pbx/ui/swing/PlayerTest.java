package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.SourceDataLine;
import org.junit.jupiter.api.Test;

/** A message does not outlive the window that could stop it. The line is made up, for a machine may have no card. */
class PlayerTest {
    private static final byte[] MINUTE = Wav.of(new short[60 * 16_000], 16_000);

    private final CountDownLatch written = new CountDownLatch(1);
    private final Semaphore room = new Semaphore(0);
    private final CompletableFuture<Boolean> drained = new CompletableFuture<>();
    private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
    private final Player player = new Player(format -> line());

    @Test
    void whatPlaysStopsWhenItIsClosed() throws Exception {
        player.play(MINUTE, ended::complete);
        written.await();
        player.close();
        room.release();
        assertEquals(Optional.empty(), ended.get(20, TimeUnit.SECONDS));
        assertFalse(drained.getNow(true), "the line is closed with what is in it");
    }

    @Test
    void whatComesAfterwardsIsNotPlayed() {
        player.close();
        player.play(MINUTE, ended::complete);
        assertFalse(player.stop());
        assertEquals(1, written.getCount());
    }

    // It has no room for the first piece until the test says so.
    private SourceDataLine line() {
        return (SourceDataLine) Proxy.newProxyInstance(
                PlayerTest.class.getClassLoader(), new Class<?>[] {SourceDataLine.class}, (line, method, arguments) -> {
                    switch (method.getName()) {
                        case "write" -> {
                            written.countDown();
                            room.acquireUninterruptibly(); // a line's write is not woken either
                            return arguments[2];
                        }
                        case "drain" -> drained.complete(true);
                        case "close" -> drained.complete(false);
                        default -> {}
                    }
                    return null;
                });
    }
}
