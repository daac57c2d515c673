package pbx.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import pbx.bench.Result.Series;

/** One frame of each kind into a message, beside the same text into Jackson's tree; by JMH, each in a JVM of its own. */
final class JsonRead implements Measurement {
    @Override
    public String name() {
        return "json.read";
    }

    @Override
    public int seconds() {
        return 90;
    }

    @Override
    public List<Result> run() throws Exception {
        Map<String, Series> ours = new TreeMap<>();
        Map<String, Series> tree = new TreeMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(JsonReadBench.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            String kind = result.getParams().getParam("kind");
            Series took = new Series(result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                    .toArray());
            (result.getParams().getBenchmark().endsWith(".message") ? ours : tree).put(kind, took);
        }
        List<Result> results = new ArrayList<>();
        ours.forEach((kind, took) ->
                results.add(new Result(name() + "." + kind, took, "us", "Jackson's tree", tree.get(kind))));
        return results;
    }
}
