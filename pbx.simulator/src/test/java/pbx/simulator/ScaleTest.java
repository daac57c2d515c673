package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pbx.simulator.exchange.Dialect;
import pbx.simulator.exchange.Dnd;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.LoopThread;
import pbx.simulator.exchange.Outlet;
import pbx.simulator.exchange.Silence;

/**
 * A tenant of 10,000 with 2,000 sockets, or 300: what one change costs must not grow with either, but for who watches it. Without HTTP;
 * the bound is far above what is seen, so that a busy machine does not fail it, and far below what looking at everybody would cost.
 */
class ScaleTest {
    private static final int EXTENSIONS = 10_000;
    private static final int SOCKETS = Boolean.getBoolean("pbx.full") ? 2_000 : 300;
    private static final int WATCHERS = 5;
    private static final int CHANGES = 2_000;

    private final AtomicLong frames = new AtomicLong();

    @Test
    void aChangeCostsWhatItsWatchersCost() throws Exception {
        try (LoopThread loop = new LoopThread()) {
            List<String> numbers = IntStream.range(0, EXTENSIONS)
                    .mapToObj(i -> Integer.toString(10_000 + i))
                    .toList();
            Exchange exchange = new Exchange("localhost", numbers, new Silence(), loop);
            exchange.dialects().dialect(Dialect.MODERN);
            List<Exchange.Line> lines = open(exchange, numbers);
            frames.set(0);
            long start = System.nanoTime();
            CompletableFuture<?> last = CompletableFuture.completedFuture(null);
            for (int i = 0; i < CHANGES; i++) {
                last = exchange.dnd(numbers.get(SOCKETS + i), new Dnd(true, ""), Duration.ZERO);
            }
            last.get(60, TimeUnit.SECONDS);
            settle(exchange, numbers);
            long changes = System.nanoTime() - start;
            assertEquals((long) CHANGES * WATCHERS, frames.get(), "each change once to each watcher");
            assertTrue(changes < TimeUnit.SECONDS.toNanos(10), "took ms " + changes / 1_000_000);

            call(exchange, lines, numbers);
            exchange.close();
        }
    }

    /** Calls at half of the sockets come and go beside each other. */
    private void call(Exchange exchange, List<Exchange.Line> lines, List<String> numbers) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < SOCKETS / 2; i++) {
            lines.get(i)
                    .received(
                            "{\"action\":\"sdp-packet\",\"to\":\"" + numbers.get(SOCKETS - 1 - i) + "\",\"callid\":\"c"
                                    + i + "\",\"sdp\":\"v=0\"}",
                            () -> {});
        }
        settle(exchange, numbers);
        for (int i = 0; i < SOCKETS / 2; i++) {
            lines.get(i).received("{\"action\":\"sip-bye\",\"callid\":\"c" + i + "\"}", () -> {});
        }
        settle(exchange, numbers);
        assertEquals("[]", exchange.calls(numbers.get(0)).get(60, TimeUnit.SECONDS));
        long calls = System.nanoTime() - start;
        assertTrue(calls < TimeUnit.SECONDS.toNanos(10), "took ms " + calls / 1_000_000);
    }

    private List<Exchange.Line> open(Exchange exchange, List<String> numbers) throws Exception {
        List<Exchange.Line> lines = new ArrayList<>();
        for (int i = 0; i < SOCKETS; i++) {
            Exchange.Line line = exchange.open(numbers.get(i), new Counting());
            line.received("{\"action\":\"own-calls\",\"subscribe\":true}", () -> {});
            line.received("{\"action\":\"sip-register\",\"useragent\":\"scale\"}", () -> {});
            if (i < WATCHERS) {
                line.received("{\"action\":\"domain-calls\",\"subscribe\":true}", () -> {});
            }
            lines.add(line);
        }
        settle(exchange, numbers);
        return lines;
    }

    /** What was posted before has been done. */
    private static void settle(Exchange exchange, List<String> numbers) throws Exception {
        for (int i = 0; i < 3; i++) {
            exchange.dnd(numbers.get(0)).get(60, TimeUnit.SECONDS);
        }
    }

    private final class Counting implements Outlet {
        @Override
        public void send(String frame) {
            frames.incrementAndGet();
        }

        @Override
        public String contact() {
            return "scale";
        }
    }
}
