package pbx.simulator.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pbx.simulator.exchange.Loop;

/** Who suffers what. Faults hold for sockets that are open and for those to come; usable from any thread. */
public final class Faults {
    private static final String ALL = "*";
    private static final long SEED = 20260101;

    private final Loop loop;
    private final Map<String, List<Fault>> faults = new ConcurrentHashMap<>();
    private final AtomicLong pipes = new AtomicLong(SEED);

    /** @param loop whose time delays are measured by */
    public Faults(Loop loop) {
        this.loop = loop;
    }

    /** @param extension {@code *} for all */
    public void add(String extension, Fault fault) {
        faults.computeIfAbsent(extension, key -> new CopyOnWriteArrayList<>()).add(fault);
    }

    /** Ends all that was added for the extension; {@code *} ends everything. */
    public void heal(String extension) {
        if (extension.equals(ALL)) {
            faults.clear();
        } else {
            faults.remove(extension);
        }
    }

    /** By extension. */
    public Map<String, List<Fault>> list() {
        return Map.copyOf(faults);
    }

    /** One direction of a socket. The same pipes in the same order meet the same luck. */
    public Pipe pipe(String extension, Fault.Direction direction, Consumer<String> end) {
        return new Pipe(() -> of(extension, direction), pipes.incrementAndGet(), loop, end);
    }

    private List<Fault> of(String extension, Fault.Direction direction) {
        if (faults.isEmpty()) {
            return List.of();
        }
        return Stream.of(ALL, extension)
                .flatMap(key -> faults.getOrDefault(key, List.of()).stream())
                .filter(fault -> fault.direction().covers(direction))
                .toList();
    }
}
