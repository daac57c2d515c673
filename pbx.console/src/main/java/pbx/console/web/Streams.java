package pbx.console.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import pbx.console.Table;

/** The open streams, never more than a given number. */
final class Streams {
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places;

    Streams(int limit) {
        places = new Semaphore(limit);
    }

    /** Whether there was a place; {@link #add} or {@link #release} MUST follow. */
    boolean reserve() {
        return places.tryAcquire();
    }

    void release() {
        places.release();
    }

    EventStream add(AsyncContext context, ServletOutputStream out, Wish wish) {
        EventStream[] self = new EventStream[1];
        self[0] = new EventStream(context, out, wish, () -> {
            open.remove(self[0]);
            release();
        });
        open.add(self[0]);
        return self[0];
    }

    boolean wanted(Table table) {
        return open.stream().anyMatch(stream -> stream.wish().tables().contains(table));
    }

    boolean none() {
        return open.isEmpty();
    }

    void send(String name, byte[] frame) {
        open.forEach(stream -> stream.send(name, frame));
    }

    /**
     * To all whose page has that table.
     *
     * @param frame with buttons or without; drawn once for all who see the same
     */
    void send(Table table, Function<Boolean, byte[]> frame) {
        Map<Boolean, byte[]> drawn = new HashMap<>();
        open.stream()
                .filter(stream -> stream.wish().tables().contains(table))
                .forEach(stream -> stream.send(
                        table.id(), drawn.computeIfAbsent(stream.wish().controls(table), frame)));
    }

    void endGone() {
        List.copyOf(open).stream().filter(stream -> !stream.wish().here()).forEach(EventStream::end);
    }

    void end() {
        List.copyOf(open).forEach(EventStream::end);
    }
}
