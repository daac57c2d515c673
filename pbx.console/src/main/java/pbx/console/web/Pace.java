package pbx.console.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import pbx.console.Later;
import pbx.console.Table;

/** Gathers changes and hands them on together: the first at once, the next not before the gap is over. */
final class Pace {
    private final Later later;
    private final LongSupplier nanos;
    private final long gapMillis;
    private final Consumer<Set<Table>> sink;
    private final Set<Table> changed = EnumSet.noneOf(Table.class);
    private boolean due;
    private long free;

    /** @param gapMillis 200 means at most 5 a second */
    Pace(Later later, LongSupplier nanos, long gapMillis, Consumer<Set<Table>> sink) {
        this.later = later;
        this.nanos = nanos;
        this.gapMillis = gapMillis;
        this.sink = sink;
        this.free = nanos.getAsLong();
    }

    synchronized void changed(Table table) {
        changed.add(table);
        if (!due) {
            due = true;
            later.run(this::handOn, millisUntilFree());
        }
    }

    /** Rounded up: a gap cut short by part of a millisecond is one event a second too many. */
    private long millisUntilFree() {
        long left = Math.max(0, free - nanos.getAsLong());
        return TimeUnit.NANOSECONDS.toMillis(left + 999_999);
    }

    private void handOn() {
        sink.accept(take());
    }

    private synchronized Set<Table> take() {
        due = false;
        free = nanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(gapMillis);
        Set<Table> taken = EnumSet.copyOf(changed);
        changed.clear();
        return taken;
    }
}
