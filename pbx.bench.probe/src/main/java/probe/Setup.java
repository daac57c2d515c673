package probe;

/** Calls one after the other; prints the milliseconds from dialling to ACTIVE of each that counts. */
record Setup(int calls, int warmup) implements Scenario {
    @Override
    public int accounts() {
        return 1;
    }

    @Override
    public void run(Probe probe) throws Exception {
        for (int i = -warmup; i < calls; i++) {
            long took = probe.call(probe.accounts().get(0), "601");
            if (i >= 0) {
                Probe.print("setup " + took / 1e6);
            }
        }
    }
}
