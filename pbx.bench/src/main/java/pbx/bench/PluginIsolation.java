package pbx.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pbx.bench.Result.Series;

/**
 * How long a good plugin waits to be told that its call was muted, 100 times a second, while another plugin blocks in its
 * listener, throws from it, or floods the platform with commands; beside the same without it, by turns in one platform. What a bad one does
 * at its beginning, before the platform holds it back, is in each of its phases.
 */
final class PluginIsolation implements Measurement {
    private static final int ROUNDS = 7;
    private static final int TOGGLES = 1_000;

    @Override
    public String name() {
        return "plugin.isolation";
    }

    @Override
    public int seconds() {
        return 340;
    }

    @Override
    public List<Result> run() throws Exception {
        Path bad = Jars.changed(
                PbxCommand.built(Path.of("pbx.bench.probe")),
                Files.createTempDirectory("pbx-bench-bad").resolve("bad.jar"),
                Map.of("Bundle-SymbolicName", "pbx.bench.bad"));
        try (PlatformRun platform = new PlatformRun("isolation " + ROUNDS + " " + TOGGLES + " " + bad, 1)) {
            Map<String, List<Double>> phases =
                    platform.lines(line -> System.err.println(name() + ": " + line.split(" ", 2)[0])).stream()
                            .map(line -> line.split(" ", 2))
                            .collect(Collectors.groupingBy(
                                    line -> line[0], Collectors.mapping(line -> p99(line[1]), Collectors.toList())));
            return Stream.of("blocks", "throws", "floods")
                    .map(mode -> new Result(
                            name() + "." + mode,
                            series(phases.get(mode)),
                            "us",
                            "without it",
                            series(phases.get("alone"))))
                    .toList();
        } finally {
            Files.deleteIfExists(bad);
            Files.deleteIfExists(bad.getParent());
        }
    }

    private static double p99(String waits) {
        double[] all = Arrays.stream(waits.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();
        return all[all.length * 99 / 100];
    }

    private static Series series(List<Double> phases) {
        return new Series(phases.stream().mapToDouble(p99 -> p99).toArray());
    }
}
