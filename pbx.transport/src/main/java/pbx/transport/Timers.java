package pbx.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import pbx.listeners.Writer;

/** Named timers of one connection; a new one takes the place of its namesake. Confined to the writer. */
final class Timers {
    private final Writer writer;
    private final Map<String, Writer.Timer> pending = new HashMap<>();

    Timers(Writer writer) {
        this.writer = writer;
    }

    void once(String name, Duration wait, Runnable work) {
        Writer.Timer former = pending.put(name, writer.after(wait, work));
        if (former != null) {
            former.close();
        }
    }

    void every(String name, Duration wait, Runnable work) {
        once(name, wait, () -> {
            work.run();
            every(name, wait, work);
        });
    }

    void cancel() {
        pending.values().forEach(Writer.Timer::close);
        pending.clear();
    }
}
