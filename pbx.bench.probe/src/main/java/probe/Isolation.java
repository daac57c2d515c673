package probe;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import pbx.api.call.Call;

/**
 * Mutes and unmutes one call, 100 times a second, and says how long the plugin waited to be told: alone, and beside a bad one, which
 * is deployed anew for each of its phases, since what it has done in one may have ended it.
 *
 * @param rounds of all phases, after one to warm up
 * @param toggles in a phase
 * @param bad the bad plugin's jar
 */
record Isolation(int rounds, int toggles, Path bad) implements Scenario {
    private static final long PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final List<String> MODES = List.of("blocks", "throws", "floods");

    @Override
    public int accounts() {
        return 1;
    }

    @Override
    public void run(Probe probe) throws Exception {
        Call call = probe.dial(probe.accounts().get(0), "600");
        for (int round = -1; round < rounds; round++) { // the first is to warm up
            String prefix = round < 0 ? "warm-up-" : "";
            phase(probe, call, prefix + "alone");
            for (String mode : MODES) {
                System.setProperty(Bad.MODE, mode);
                probe.deploy(bad);
                phase(probe, call, prefix + mode);
                probe.undeploy(Bad.NAME);
            }
        }
        probe.hangUp(call);
    }

    private void phase(Probe probe, Call call, String name) throws Exception {
        StringBuilder line = new StringBuilder(name);
        for (int i = 0; i < toggles; i++) {
            long next = System.nanoTime() + PERIOD_NS;
            line.append(' ').append(probe.muted(call, i % 2 == 0) / 1_000);
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        }
        Probe.print(line.toString());
    }
}
