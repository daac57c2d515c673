package probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pbx.api.AccountId;

/** Many calls in a row, each account one after the other; now and then all rest, and the JVM's vital signs are printed. */
record Soak(int calls, int accounts) implements Scenario {
    private static final int READINGS = 20;

    @Override
    public void run(Probe probe) throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(accounts);
        try {
            Probe.print("vitals 0 " + Vitals.now());
            int each = calls / READINGS / accounts;
            for (int reading = 1; reading <= READINGS; reading++) {
                List<Future<?>> running = new ArrayList<>();
                for (AccountId account : probe.accounts()) {
                    running.add(lanes.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            probe.call(account, "601");
                        }
                        return null;
                    }));
                }
                for (Future<?> lane : running) {
                    lane.get();
                }
                Probe.print("vitals " + reading * each * accounts + " " + Vitals.now());
            }
        } finally {
            lanes.shutdownNow();
        }
    }
}
