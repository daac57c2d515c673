package pbx.plugins;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * How busy the machine is. Where it is wholly busy nobody gets a core, and a runaway is known by taking most of what the
 * platform gets.
 */
final class Machine {
    private static final double WHOLLY = 0.9;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long looked;
    private long spent;
    private double cores;
    private Optional<Boolean> busy = Optional.empty();

    /** @param now nanoseconds */
    void look(long now) {
        long total = system.getProcessCpuTime();
        cores = looked == 0 || now == looked ? 0 : (total - spent) / (double) (now - looked);
        spent = total;
        looked = now;
        busy = Optional.empty();
    }

    /**
     * Whether a plugin keeps more busy than it may.
     *
     * @param used cores that it keeps busy
     * @param limit cores that it may, on a machine that has them
     */
    boolean exceeds(double used, double limit) {
        return used > limit || (used > limit / 4 && used > cores / 2 && busy());
    }

    /** Asked only where it matters, once a look: in a container Java reads a dozen files for it. */
    private boolean busy() {
        if (busy.isEmpty()) {
            busy = Optional.of(system.getCpuLoad() > WHOLLY);
        }
        return busy.get();
    }
}
