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
 * is to be measured; none means all.
 */
public final class Bench {
    private static final List<Measurement> ALL = List.of(
            new PresenceSnapshot(),
            new PresenceChanges(),
            new PresenceSearch(),
            new CallSetup(),
            new CallCost(),
            new CallSoak(),
            new CallDensity(),
            new MediaLatency(),
            new MediaMemory());

    private Bench() {}

    public static void main(String[] names) throws Exception {
        List<String> wanted = List.of(names);
        String known = ALL.stream().map(Measurement::name).collect(Collectors.joining(" "));
        for (String name : wanted) {
            if (ALL.stream().noneMatch(m -> m.name().equals(name))) {
                System.err.println("there is no measurement " + name + "; there are: " + known);
                System.exit(2);
            }
        }
        List<Result> results = new ArrayList<>();
        for (Measurement measurement : ALL) {
            if (wanted.isEmpty() || wanted.contains(measurement.name())) {
                System.err.println(measurement.name() + " ...");
                for (Result result : measurement.run()) {
                    results.add(result);
                    System.out.println(result.line());
                }
            }
        }
        write(results, Path.of(System.getProperty("pbx.bench.json", "pbx.bench/target/bench.json")));
        System.exit(0); // webrtc-java's threads would keep the JVM
    }

    private static void write(List<Result> results, Path to) throws Exception {
        List<Map<String, Object>> rows = results.stream().map(Bench::row).toList();
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.writeString(
                to, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n");
    }

    private static Map<String, Object> row(Result result) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", result.name());
        row.put("value", rounded(result.value()));
        row.put("unit", result.unit());
        row.put("against", result.against());
        row.put("ratio", rounded(result.ratio()));
        row.put("runs", result.values().runs());
        return row;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
