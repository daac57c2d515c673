package probe;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** So many accounts are signed in, and nothing happens: what the JVM holds then, and whose its threads are. */
record Connected(int accounts) implements Scenario {
    private static final int FEW = 5;

    @Override
    public void run(Probe probe) throws Exception {
        Thread.sleep(10_000); // pictures and directories are asked for and have their time-outs
        Probe.print("vitals " + Vitals.now());
        Map<String, Long> threads = Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("[0-9]+", "#"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        threads.entrySet().stream()
                .filter(group -> group.getValue() > FEW)
                .forEach(group -> Probe.print("threads " + group.getValue() + " " + group.getKey()));
    }
}
