package pbx.api.plugin;

import java.time.Duration;
import java.util.Objects;

/**
 * What a plugin costs, as far as it can be told apart: its queues and the threads it started itself. Threads that live shorter
 * than the time between two looks, and virtual ones, are not seen; the heap is everybody's. Immutable.
 *
 * @param cpu processor time so far
 * @param allocated bytes allocated so far
 * @param cores how many processor cores it keeps busy now
 * @param rate bytes it allocates in a second now
 * @param threads how many threads are its own now
 * @param stuck how many threads are still in its code although it was stopped: no JVM can end them, only a restart does
 */
public record Load(Duration cpu, long allocated, double cores, long rate, int threads, int stuck) {
    public static final Load NONE = new Load(Duration.ZERO, 0, 0, 0, 0, 0);

    public Load {
        Objects.requireNonNull(cpu, "cpu");
    }
}
