package pbx.console.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

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

    /** @param here whether who opened it is still logged in */
    EventStream add(AsyncContext context, ServletOutputStream out, BooleanSupplier here) {
        EventStream[] self = new EventStream[1];
        self[0] = new EventStream(context, out, here, () -> {
            open.remove(self[0]);
            release();
        });
        open.add(self[0]);
        return self[0];
    }

    boolean none() {
        return open.isEmpty();
    }

    void send(String name, byte[] frame) {
        open.forEach(stream -> stream.send(name, frame));
    }

    void endGone() {
        List.copyOf(open).stream().filter(stream -> !stream.wanted()).forEach(EventStream::end);
    }

    void end() {
        List.copyOf(open).forEach(EventStream::end);
    }
}
