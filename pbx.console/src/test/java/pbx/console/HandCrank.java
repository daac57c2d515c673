package pbx.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when the test says so. */
public final class HandCrank implements Later {
    private record Due(long at, Runnable task) {}

    private final List<Due> tasks = new ArrayList<>();
    private long now;

    @Override
    public void run(Runnable task, long millis) {
        tasks.add(new Due(now + millis, task));
    }

    public long nanos() {
        return now * 1_000_000;
    }

    /** Runs what falls due within the given time, in order. */
    public void pass(long millis) {
        long until = now + millis;
        while (tasks.stream().anyMatch(due -> due.at <= until)) {
            Due next = tasks.stream().min(Comparator.comparingLong(Due::at)).orElseThrow();
            tasks.remove(next);
            now = next.at;
            next.task.run();
        }
        now = until;
    }
}
