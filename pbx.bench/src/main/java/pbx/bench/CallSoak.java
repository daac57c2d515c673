package pbx.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pbx.bench.Result.Series;

/**
 * Ten thousand calls in a row in one JVM, four accounts at a time; what the JVM holds in the last quarter beside what it held
 * in the second: what is left behind by a call shows as a ratio above 1.
 */
final class CallSoak implements Measurement {
    private static final int CALLS = Integer.getInteger("pbx.bench.soak.calls", 10_000);
    private static final int ACCOUNTS = 4;
    private static final List<String> SIGNS = List.of("heap", "resident", "threads.java", "threads.native", "files");

    @Override
    public String name() {
        return "call.soak";
    }

    @Override
    public List<Result> run() throws Exception {
        try (PlatformRun platform = new PlatformRun("soak " + CALLS + " " + ACCOUNTS, ACCOUNTS)) {
            List<double[]> vitals = platform.lines(line -> System.err.println(name() + ": " + line)).stream()
                    .map(line -> Arrays.stream(line.split(" ", -1))
                            .skip(2)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            int quarter = vitals.size() / 4;
            List<Result> results = new ArrayList<>();
            for (int sign = 0; sign < SIGNS.size(); sign++) {
                Series last = Series.column(vitals.subList(vitals.size() - quarter, vitals.size()), sign);
                Series second = Series.column(vitals.subList(quarter, 2 * quarter), sign);
                results.add(new Result(
                        name() + "." + SIGNS.get(sign), last, sign < 2 ? "KiB" : "", "its second quarter", second));
            }
            return results;
        }
    }
}
