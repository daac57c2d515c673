package probe;

/** {@link WireProbe} does the work; this holds the platform up until its process is ended. */
record Wire(int window) implements Scenario {
    /** How many messages are answered at once; 0 in any other scenario. */
    static int window(String scenario) {
        return Scenario.of(scenario) instanceof Wire wire ? wire.window() : 0;
    }

    @Override
    public int accounts() {
        return 1;
    }

    @Override
    public void run(Probe probe) throws InterruptedException {
        Thread.currentThread().join();
    }
}
