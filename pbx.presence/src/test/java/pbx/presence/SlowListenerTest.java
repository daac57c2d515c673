package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;

/** While a listener is busy, what waits for it is one change for each account: from the first before to the last after. */
class SlowListenerTest {
    private final Desk desk = new Desk().connected();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final BlockingQueue<PresenceChange> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        release.countDown();
        desk.board.stop();
    }

    @Test
    void hearsFromTheFirstBeforeToTheLastAfter() throws InterruptedException {
        tag("501", 0);
        tag("502", 0);
        desk.board.listen(this::slow, "slow");
        desk.writer.run();
        assertTrue(busy.await(20, TimeUnit.SECONDS));
        for (int i = 1; i <= 10_000; i++) {
            tag("501", i);
            tag("502", -i);
        }
        tag("503", 1);
        release.countDown();
        for (String number : new String[] {"501", "502"}) {
            PresenceChange replay = next();
            assertTrue(replay.before().isEmpty());
            assertEquals(number + " 0", text(replay.after().orElseThrow()));
        }
        for (String number : new String[] {"501", "502"}) {
            PresenceChange merged = next();
            assertEquals(number + " 0", text(merged.before().orElseThrow()));
            assertEquals(
                    number + (number.equals("501") ? " 10000" : " -10000"),
                    text(merged.after().orElseThrow()));
        }
        PresenceChange fresh = next();
        assertTrue(fresh.before().isEmpty());
        assertEquals("503 1", text(fresh.after().orElseThrow()));
        assertFalse(heard.iterator().hasNext());
    }

    @Test
    void hearsNothingOfWhoCameAndWentMeanwhile() throws InterruptedException {
        picture("501");
        desk.board.listen(this::slow, "slow");
        desk.writer.run();
        assertTrue(busy.await(20, TimeUnit.SECONDS));
        picture("501", "502");
        picture("501", "503");
        picture("501", "504");
        release.countDown();
        for (String number : new String[] {"501", "504"}) {
            PresenceChange change = next();
            assertTrue(change.before().isEmpty());
            assertEquals(number, change.after().orElseThrow().number());
        }
        assertFalse(heard.iterator().hasNext());
    }

    private void picture(String... numbers) {
        desk.receive(Message.of(
                "domain-state",
                "accounts",
                Stream.of(numbers)
                        .map(number -> Map.of("type", "extensions", "account", number))
                        .toList()));
    }

    private void slow(PresenceChange change) {
        busy.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heard.add(change);
    }

    private void tag(String number, int tag) {
        desk.receive(Message.of("user-state", "account", number, "tag", "" + tag));
    }

    private PresenceChange next() throws InterruptedException {
        PresenceChange change = heard.poll(20, TimeUnit.SECONDS);
        assertTrue(change != null, "nothing more was heard");
        return change;
    }

    private static String text(Presence presence) {
        return presence.number() + " " + presence.other().get("tag");
    }
}
