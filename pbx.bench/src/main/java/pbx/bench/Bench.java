package pbx.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures side by side, prints a table and writes {@code pbx.bench/target/bench.json}. The arguments are the names of what
 * is to be measured; none means all but what takes an hour. With {@code --readme} before them the README's table is brought
 * up to date, too.
 */
public final class Bench {
    private static final List<Measurement> ALL = List.of(
            new StartCold(),
            new WireThroughput(),
            new PresenceSnapshot(),
            new PresenceChanges(),
            new PresenceSearch(),
            new PresenceLatency(),
            new PresenceGrowth(),
            new ListenersGrowth(),
            new JsonRead(),
            new NodeAccounts(),
            new CallSetup(),
            new CallCost(),
            new CallSoak(),
            new CallDensity(),
            new MediaLatency(),
            new MediaMemory(),
            new PluginIsolation(),
            new Swaps(),
            new Soak());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean readme = names.remove("--readme");
        String known = ALL.stream().map(Measurement::name).collect(Collectors.joining(" "));
        for (String name : names) {
            if (ALL.stream().noneMatch(m -> m.name().equals(name))) {
                System.err.println("there is no measurement " + name + "; there are: " + known);
                System.exit(2);
            }
        }
        List<Measurement> wanted = ALL.stream()
                .filter(m -> names.isEmpty() ? !m.byName() : names.contains(m.name()))
                .toList();
        int seconds = wanted.stream().mapToInt(Measurement::seconds).sum();
        System.err.println("about " + Math.max(1, seconds / 60) + " min; nothing else should run meanwhile");
        List<Result> results = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Measurement measurement = wanted.get(i);
            System.err.println(measurement.name() + " (" + (i + 1) + " of " + wanted.size() + ", about "
                    + measurement.seconds() + " s) ...");
            try {
                List<Result> measured = measurement.run();
                measured.forEach(result -> System.out.println(result.line()));
                results.addAll(measured);
                write(results, Path.of(System.getProperty("pbx.bench.json", "pbx.bench/target/bench.json")));
                if (readme) { // at once, so that a run that is broken off loses nothing
                    Table.update(Path.of("README.md"), measured);
                }
            } catch (Exception problem) { // the others are worth having
                failed.add(measurement.name());
                System.err.println(measurement.name() + " failed: " + problem);
            }
        }
        if (!failed.isEmpty()) {
            System.err.println("failed: " + String.join(" ", failed));
        }
        System.exit(failed.isEmpty() ? 0 : 1); // webrtc-java's threads would keep the JVM
    }

    private static void write(List<Result> results, Path to) throws Exception {
        List<Map<String, Object>> rows = results.stream().map(Bench::row).toList();
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.writeString(
                to, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n");
    }

    /** A number that stood alone has no ratio. */
    private static Map<String, Object> row(Result result) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", result.name());
        row.put("value", rounded(result.value()));
        row.put("unit", result.unit());
        row.put("against", result.against());
        row.put("ratio", result.stoodAlone() ? null : rounded(result.ratio()));
        row.put("runs", result.values().runs());
        return row;
    }

    private static Double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : null;
    }
}
