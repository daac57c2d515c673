package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import pbx.api.connection.Message;
import pbx.listeners.Writer;

class InboxTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Writer writer = new Writer() {
        @Override
        public boolean post(Runnable one) {
            return work.add(one);
        }

        @Override
        public Timer after(Duration delay, Runnable one) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    };
    private final Inbox inbox = new Inbox(
            writer, 3, 1_000, m -> told.add(m.text("n")), () -> told.add("dropped"), () -> told.add("overrun"));

    @Test
    void inOrderAndNothingIsSaidWhileThereIsRoom() {
        news(1);
        news(2);
        call(3);
        run();
        news(4);
        run();
        assertEquals(List.of("1", "2", "3", "4"), told);
    }

    @Test
    void newsBeyondTheBoundIsDroppedAndSaidOnceAfterWhatWaited() {
        for (int i = 1; i <= 100; i++) {
            news(i);
        }
        call(101);
        assertEquals(1, work.size(), "a flood costs the writer one piece of work");
        run();
        assertEquals(List.of("1", "2", "3", "101", "dropped"), told);
        news(102);
        run();
        assertEquals("102", told.get(5), "and then as before");
        assertEquals(6, told.size());
    }

    @Test
    void aFewBigOnesAreTooManyToo() {
        inbox.add(Message.of("call-state", "n", 1), 900);
        inbox.add(Message.of("call-state", "n", 2), 200);
        run();
        assertEquals(List.of("1", "dropped"), told);
    }

    @Test
    void signallingThatFindsNoRoomEndsTheSocket() {
        for (int i = 1; i <= 7; i++) {
            call(i);
        }
        run();
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "dropped", "overrun"), told);
    }

    @Test
    void theEndComesLast() {
        news(1);
        news(2);
        inbox.last(() -> told.add("end"));
        run();
        assertEquals(List.of("1", "2", "end"), told);
    }

    private void news(int n) {
        inbox.add(Message.of("call-state", "n", n), 10);
    }

    private void call(int n) {
        inbox.add(Message.from(Map.of("bye", "true", "n", n)), 10);
    }

    private void run() {
        for (Runnable one = work.poll(); one != null; one = work.poll()) {
            one.run();
        }
    }
}
