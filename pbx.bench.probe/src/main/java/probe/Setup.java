package probe;

import java.util.concurrent.TimeUnit;

/**
 * Calls one after the other; prints of each that counts the milliseconds from dialling to ACTIVE and to the first sound.
 *
 * @param pause milliseconds before each call that counts, so that it begins when the one before is gone, as people's calls do
 */
record Setup(int calls, int warmup, int pause) implements Scenario {
    @Override
    public int accounts() {
        return 1;
    }

    @Override
    public void run(Probe probe) throws Exception {
        for (int i = -warmup; i < calls; i++) {
            if (i >= 0) {
                TimeUnit.MILLISECONDS.sleep(pause);
            }
            Probe.Took took = probe.call(probe.accounts().get(0), "601");
            if (i >= 0) {
                Probe.print("setup " + took.active() / 1e6 + " " + took.heard() / 1e6);
            }
        }
    }
}
