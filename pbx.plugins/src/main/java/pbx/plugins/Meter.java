package pbx.plugins;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pbx.api.plugin.Load;
import pbx.plugins.Settings.Limits;

/** Adds up what one plugin's threads spend. Belongs to one thread, save {@link #load}. */
final class Meter {
    /** For how long a plugin may spend more than it should. */
    private static final Duration TOLERATED = Duration.ofSeconds(1);

    /** By thread: what it had spent when it was last looked at. */
    private final Map<Long, Spent> before = new HashMap<>();

    private volatile Load load = Load.NONE;
    private long looked;
    private long within;

    /**
     * What one thread has spent in its life.
     *
     * @param cpu nanoseconds
     * @param allocated bytes
     */
    record Spent(long cpu, long allocated) {}

    /** @param now nanoseconds; the first look has nothing to compare with */
    Meter(long now) {
        looked = now;
        within = now;
    }

    Load load() {
        return load;
    }

    void add(Map<Long, Spent> threads, int stuck, long now) {
        long cpu = 0;
        long allocated = 0;
        for (Map.Entry<Long, Spent> thread : threads.entrySet()) {
            Spent last = before.getOrDefault(thread.getKey(), new Spent(0, 0));
            cpu += Math.max(0, thread.getValue().cpu() - last.cpu());
            allocated += Math.max(0, thread.getValue().allocated() - last.allocated());
        }
        before.clear();
        before.putAll(threads);
        boolean first = looked == now;
        double seconds = first ? Double.POSITIVE_INFINITY : (now - looked) / 1e9;
        looked = now;
        load = new Load(
                load.cpu().plusNanos(cpu),
                load.allocated() + allocated,
                cpu / 1e9 / seconds,
                Math.round(allocated / seconds),
                threads.size(),
                stuck);
    }

    /** Why it is a runaway, if it has spent too much for too long. */
    Optional<String> runaway(Limits limits, Machine machine, long now) {
        boolean cores = limits.cores() > 0 && machine.exceeds(load.cores(), limits.cores());
        boolean rate = limits.rate() > 0 && load.rate() > limits.rate();
        if (!cores && !rate) {
            within = now;
            return Optional.empty();
        }
        if (now - within < TOLERATED.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(cores ? busy(limits) : allocates(limits));
    }

    private String busy(Limits limits) {
        return (load.cores() > limits.cores()
                        ? "it kept %.2f processor cores busy, where %.2f are allowed"
                        : "it kept %.2f processor cores busy, most of what a busy machine gave the whole platform")
                .formatted(load.cores(), limits.cores());
    }

    private String allocates(Limits limits) {
        return "it allocated %d MB a second, where %d are allowed"
                .formatted(load.rate() / 1_000_000, limits.rate() / 1_000_000);
    }

    /** After it was stopped or did nothing: what it spends from now on counts. */
    void forgive(long now) {
        within = now;
    }
}
