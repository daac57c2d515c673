package pbx.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pbx.bench.Result.Series;

/**
 * How long a good plugin waits to be told that its call was muted, 100 times a second, while another plugin blocks in its
 * listener, throws from it, or floods the platform with commands; beside the same without, by turns in one platform.
 */
final class PluginIsolation implements Measurement {
    private static final int TOGGLES = 3_000;

    @Override
    public String name() {
        return "plugin.isolation";
    }

    @Override
    public int seconds() {
        return 250;
    }

    @Override
    public List<Result> run() throws Exception {
        Path bad = Jars.changed(
                PbxCommand.built(Path.of("pbx.bench.probe")),
                Files.createTempDirectory("pbx-bench-bad").resolve("bad.jar"),
                Map.of("Bundle-SymbolicName", "pbx.bench.bad"));
        try (PlatformRun platform = new PlatformRun("isolation " + TOGGLES, 1, bad)) {
            List<String> lines = platform.lines(line -> System.err.println(name() + ": " + line.split(" ", 2)[0]));
            List<Result> results = new ArrayList<>();
            for (int i = 0; i + 1 < lines.size(); i++) {
                if (lines.get(i).startsWith("alone ")) {
                    String[] with = lines.get(i + 1).split(" ", 2);
                    results.add(new Result(
                            name() + "." + with[0],
                            p99(with[1]),
                            "us",
                            "without it",
                            p99(lines.get(i).split(" ", 2)[1])));
                }
            }
            return results;
        } finally {
            Files.deleteIfExists(bad);
            Files.deleteIfExists(bad.getParent());
        }
    }

    /** Of each third of a phase. */
    private static Series p99(String line) {
        double[] all = Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] thirds = new double[3];
        for (int third = 0; third < thirds.length; third++) {
            double[] part = Arrays.copyOfRange(all, third * all.length / 3, (third + 1) * all.length / 3);
            Arrays.sort(part);
            thirds[third] = part[part.length * 99 / 100];
        }
        return new Series(thirds);
    }
}
