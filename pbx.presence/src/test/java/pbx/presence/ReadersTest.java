package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;

/** With the real writer: whoever reads sees each message's work whole or not at all, while it goes on. */
class ReadersTest {
    private static final int ROUNDS = 300;
    private final PresenceBoard board = new PresenceBoard();
    private final AtomicBoolean over = new AtomicBoolean();
    /** Counted down by each reader at its second look: both have begun before all is written. */
    private final CountDownLatch begun = new CountDownLatch(2);

    @Test
    void everySnapshotIsWholeAndInOrder() throws Exception {
        CountDownLatch last = new CountDownLatch(1);
        board.listen(
                change -> {
                    if (change.after().filter(p -> p.number().equals("end")).isPresent()) {
                        last.countDown();
                    }
                },
                "test");
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> reading = this::read;
            List<Future<Integer>> reads = List.of(readers.submit(reading), readers.submit(reading));
            for (int round = 0; round < ROUNDS || isAwaited(reads); round++) {
                board.received(Desk.MINE, picture(round));
            }
            board.received(Desk.MINE, Message.of("user-state", "account", "end"));
            assertTrue(last.await(30, TimeUnit.SECONDS));
            over.set(true);
            for (Future<Integer> read : reads) {
                assertTrue(read.get(20, TimeUnit.SECONDS) > 1, "it read while it was written");
            }
        } finally {
            over.set(true);
            readers.shutdownNow();
            board.stop();
        }
    }

    private boolean isAwaited(List<Future<Integer>> reads) throws InterruptedException {
        return reads.stream().noneMatch(Future::isDone) && !begun.await(1, TimeUnit.MILLISECONDS);
    }

    /** Odd rounds have twice as many accounts as even ones; all of one round have its tag. */
    private static Message picture(int round) {
        List<Map<String, Object>> accounts = new ArrayList<>();
        for (int i = 0; i < (round % 2 == 0 ? 300 : 600); i++) {
            accounts.add(Map.of("account", "" + (1000 + i), "name", "A" + i, "tag", "" + round));
        }
        return Message.of("domain-state", "accounts", accounts);
    }

    private int read() {
        int read = 0;
        while (!over.get()) {
            List<Presence> list = board.list();
            List<String> numbers = list.stream().map(Presence::number).toList();
            if (!list.isEmpty() && !numbers.contains("end")) {
                assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
                assertEquals(
                        1,
                        list.stream().map(p -> p.other().get("tag")).distinct().count(),
                        "of one round");
                assertTrue(list.size() == 300 || list.size() == 600, "size " + list.size());
                assertTrue(board.search("a29", 20).size() >= 11);
                read++;
                if (read == 2) {
                    begun.countDown();
                }
            }
        }
        return read;
    }
}
