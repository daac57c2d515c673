package pbx.console.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import pbx.stream.Outflow;

/** One browser's stream: of each name only the newest frame waits, so a slow browser costs one frame a table. */
final class EventStream extends Outflow {
    private final Wish wish;
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();

    /**
     * @param wish who opened it, and what for
     * @param gone run once, when the stream has ended from either side
     */
    EventStream(AsyncContext context, ServletOutputStream out, Wish wish, Runnable gone) {
        super(context, out, gone);
        this.wish = wish;
    }

    Wish wish() {
        return wish;
    }

    void send(String name, byte[] frame) {
        add(() -> waiting.put(name, frame));
    }

    @Override
    protected boolean isEmpty() {
        return waiting.isEmpty();
    }

    @Override
    protected byte[] next() {
        Iterator<byte[]> frames = waiting.values().iterator();
        byte[] frame = frames.next();
        frames.remove();
        return frame;
    }

    @Override
    protected void clear() {
        waiting.clear();
    }
}
