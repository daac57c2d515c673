package pbx.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pbx.bench.Result.Series;

/**
 * An hour of mixed load at a low rate: calls with sound, lost connections, presence, a plugin that is replaced; what the JVM
 * holds in the last ten minutes beside what it held in the first ten. The heap has one size from the start, so that what the
 * resident memory grows by is native.
 */
final class Soak implements Measurement {
    private static final int SECONDS = Integer.getInteger("pbx.bench.soak.seconds", 3_720);
    private static final int READING = Integer.getInteger("pbx.bench.soak.reading", 120);
    private static final int WINDOW = Math.min(600, SECONDS / 3);
    private static final int ACCOUNTS = 3;
    private static final List<String> SIGNS = List.of("heap", "resident", "threads.java", "threads.native", "files");
    private static final List<String> COUNTS = List.of("calls", "reconnects", "presence", "updates", "errors");

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public boolean byName() {
        return true;
    }

    @Override
    public int seconds() {
        return SECONDS + 30;
    }

    @Override
    public List<Result> run() throws Exception {
        Path versions = Files.createTempDirectory("pbx-bench-plugin");
        Path hello = PbxCommand.built(Path.of("plugins/hello"));
        Path one = Jars.changed(hello, versions.resolve("hello-1.jar"), Map.of("Bundle-Version", "1.0.1"));
        Path two = Jars.changed(hello, versions.resolve("hello-2.jar"), Map.of("Bundle-Version", "1.0.2"));
        try (PlatformRun platform = new PlatformRun(
                pbx -> "mixed " + SECONDS + " " + READING + " " + pbx + " " + PlatformRun.CONTROL + " " + one + " "
                        + two,
                ACCOUNTS,
                "-Xms192m -Xmx192m -XX:+AlwaysPreTouch")) {
            List<String> lines = platform.lines(line -> System.err.println(name() + ": " + line));
            List<String> logged = platform.logged();
            logged.forEach(line -> System.err.println(name() + ": logged " + line));
            return results(rows(lines), logged.size());
        } finally {
            Files.deleteIfExists(one);
            Files.deleteIfExists(two);
            Files.deleteIfExists(versions);
        }
    }

    private List<Result> results(List<double[]> rows, int logged) {
        double end = rows.get(rows.size() - 1)[0];
        List<double[]> first =
                rows.stream().filter(row -> row[0] > 0 && row[0] <= WINDOW).toList();
        List<double[]> last = rows.stream().filter(row -> row[0] > end - WINDOW).toList();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < SIGNS.size(); i++) {
            results.add(new Result(
                    name() + "." + SIGNS.get(i),
                    Series.column(last, 1 + i),
                    i < 2 ? "KiB" : "",
                    "its first " + WINDOW + " s",
                    Series.column(first, 1 + i)));
        }
        double[] counts = rows.get(rows.size() - 1);
        for (int i = 0; i < COUNTS.size(); i++) {
            double count = counts[1 + SIGNS.size() + i];
            boolean errors = COUNTS.get(i).equals("errors");
            results.add(Result.alone(name() + "." + COUNTS.get(i), new Series(errors ? count + logged : count), ""));
        }
        return results;
    }

    private static List<double[]> rows(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("vitals "))
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
