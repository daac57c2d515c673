package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.plugin.Delivery;

class ListenersTest {
    private final Listeners<Consumer<String>, String> listeners =
            new Listeners<>("test", Consumer::accept, 3, e -> e.charAt(0), (a, b) -> a + b);
    private final Listeners<Consumer<String>, String> all = new Listeners<>("test", Consumer::accept, 3);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        listeners.close();
        all.close();
    }

    @Test
    void theReplayComesFirstAndThenEverythingInOrder() throws InterruptedException {
        all.add(heard::add, "plugin", List.of("r1", "r2", "r3", "r4", "r5"));
        all.tell("a");
        all.tell("b");
        assertEquals(List.of("r1", "r2", "r3", "r4", "r5", "a", "b"), hear(7));
    }

    @Test
    void aListenerThatThrowsHearsTheNext() throws InterruptedException {
        all.add(
                e -> {
                    heard.add(e);
                    throw new IllegalStateException("deliberate");
                },
                "bad plugin",
                List.of());
        all.tell("a");
        all.tell("b");
        assertEquals(List.of("a", "b"), hear(2));
    }

    @Test
    void aBlockedListenerDelaysNobodyAndIsQuarantinedBeyondItsBound() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        BlockingQueue<String> slow = new LinkedBlockingQueue<>();
        all.add(
                e -> {
                    slow.add(e);
                    entered.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException stop) {
                        slow.add("interrupted");
                    }
                },
                "slow plugin",
                List.of());
        all.add(heard::add, "good plugin", List.of());
        all.tell("0");
        assertTrue(entered.await(30, TimeUnit.SECONDS));
        assertEquals(List.of("0"), hear(1));
        for (int i = 1; i <= 8; i++) {
            all.tell("" + i);
            assertEquals(List.of("" + i), hear(1));
        }
        assertEquals("0", slow.poll(30, TimeUnit.SECONDS));
        assertEquals("interrupted", slow.poll(30, TimeUnit.SECONDS), "quarantine ends the delivery");
        release.countDown();
        assertNull(slow.poll(50, TimeUnit.MILLISECONDS));
        Delivery bad = delivery("slow plugin");
        assertTrue(bad.quarantined());
        Delivery good = delivery("good plugin");
        assertTrue(good.delivered() >= 8 && good.waiting() == 0 && !good.quarantined(), good::toString);
        assertTrue(good.latency().toNanos() > 0);
    }

    @Test
    void whatIsToldAllAtOnceCountsForTheBoundToo() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        all.add(
                e -> {
                    heard.add(e);
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stop) {
                        interrupted.countDown();
                    }
                },
                "slow plugin",
                List.of());
        all.tell(List.of("a"));
        assertEquals(List.of("a"), hear(1));
        all.tell(List.of("b", "c", "d"));
        assertEquals(3, delivery("slow plugin").waiting());
        all.tell(List.of("e"));
        assertTrue(interrupted.await(30, TimeUnit.SECONDS));
        assertTrue(delivery("slow plugin").quarantined());
        all.tell(List.of("f"));
        assertEquals(0, delivery("slow plugin").waiting());
    }

    @Test
    void whatWaitsUnderOneKeyIsMerged() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        listeners.add(waiting(entered, release), "plugin", List.of());
        listeners.tell("x0");
        assertTrue(entered.await(30, TimeUnit.SECONDS));
        for (String event : List.of("a1", "b1", "a2", "a3", "b2", "a4", "b3")) {
            listeners.tell(event);
        }
        release.countDown();
        assertEquals(List.of("x0", "a1a2a3a4", "b1b2b3"), hear(3));
    }

    /** However often: it does not count for the bound. */
    @Test
    void whatIsMergedIntoNothingIsNotTold() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Listeners<Consumer<String>, String> some = new Listeners<>(
                "test", Consumer::accept, 3, e -> e.charAt(0), (a, b) -> b.endsWith("-") ? null : a + b);
        some.add(waiting(entered, release), "plugin", List.of());
        some.tell("x");
        assertTrue(entered.await(30, TimeUnit.SECONDS));
        some.tell("a1");
        some.tell("b1");
        for (int i = 0; i < 10; i++) {
            some.tell("c" + i);
            some.tell("c-");
            some.tell(List.of("d" + i, "d-"));
        }
        some.tell("a-");
        some.tell("a2");
        release.countDown();
        assertEquals(List.of("x", "b1", "a2"), hear(3));
        some.close();
    }

    @Test
    void howeverItIsToldWhatWaitsIsMergedAndInOrder() throws InterruptedException {
        Semaphore goOn = new Semaphore(0);
        Listeners<Consumer<String>, String> many =
                new Listeners<>("test", Consumer::accept, 1_000, e -> e.charAt(0), (a, b) -> a + b);
        many.add(
                e -> {
                    heard.add(e);
                    goOn.acquireUninterruptibly();
                },
                "plugin",
                List.of());
        many.tell("0");
        assertEquals(List.of("0"), hear(1));
        Map<Character, String> waiting = new LinkedHashMap<>();
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    String event = "" + (char) ('a' + random.nextInt(8)) + i;
                    many.tell(event);
                    waiting.merge(event.charAt(0), event, String::concat);
                }
                case 1 -> {
                    String at = " " + i;
                    List<String> events = "abcdefgh"
                            .chars()
                            .filter(c -> random.nextBoolean())
                            .mapToObj(c -> (char) c + at)
                            .toList();
                    many.tell(events);
                    events.forEach(event -> waiting.merge(event.charAt(0), event, String::concat));
                }
                default -> {
                    if (!waiting.isEmpty()) {
                        goOn.release();
                        assertEquals(
                                waiting.remove(waiting.keySet().iterator().next()), heard.poll(30, TimeUnit.SECONDS));
                    }
                }
            }
        }
        goOn.release(waiting.size());
        assertEquals(List.copyOf(waiting.values()), hear(waiting.size()));
        many.close();
        goOn.release();
    }

    @Test
    void aRemovedListenerHearsNothingMore() throws InterruptedException {
        Consumer<String> listener = heard::add;
        all.add(listener, "plugin", List.of());
        all.tell("a");
        assertEquals(List.of("a"), hear(1));
        all.remove(listener);
        all.tell("b");
        assertNull(heard.poll(50, TimeUnit.MILLISECONDS));
        assertTrue(all.isEmpty());
    }

    private Delivery delivery(String bundle) {
        return all.deliveries().stream()
                .filter(d -> d.bundle().equals(bundle))
                .findFirst()
                .orElseThrow();
    }

    private List<String> hear(int count) throws InterruptedException {
        List<String> got = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            got.add(heard.poll(30, TimeUnit.SECONDS));
        }
        return got;
    }

    /** Hears nothing until it is released. */
    private Consumer<String> waiting(CountDownLatch entered, CountDownLatch release) {
        return event -> {
            entered.countDown();
            try {
                release.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            heard.add(event);
        };
    }
}
