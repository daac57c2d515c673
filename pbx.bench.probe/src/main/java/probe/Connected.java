package probe;

/** So many accounts are signed in, and nothing happens: what the JVM holds then. */
record Connected(int accounts) implements Scenario {
    @Override
    public void run(Probe probe) throws Exception {
        Thread.sleep(10_000); // pictures and directories are asked for and have their time-outs
        Probe.print("vitals " + Vitals.now());
    }
}
