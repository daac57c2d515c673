package pbx.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import pbx.bench.Result.Series;

/**
 * Every bundle updated 20 times in a call, in a real framework with real sound: frames lost or made up, beside the same call
 * untouched, and how long its service was away each time. The measuring is that of the swap tests ({@code pbx.itest}), in ways
 * other than an update, too.
 */
final class Swaps implements Measurement {
    private static final Path MEASURED = Path.of("cnf/target/swap.json");

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public int seconds() {
        return 900;
    }

    @Override
    public List<Result> run() throws Exception {
        Files.deleteIfExists(MEASURED);
        int exit = new ProcessBuilder("./pbx", "measure-swaps")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (!Files.exists(MEASURED)) {
            throw new IOException("the swap tests measured nothing and ended with " + exit);
        }
        List<JsonNode> rows = StreamSupport.stream(
                        new ObjectMapper().readTree(MEASURED.toFile()).spliterator(), false)
                .toList();
        Series untouched = frames(rows.stream()
                .filter(row -> row.path("replaced").asText().equals("nothing"))
                .findFirst()
                .orElseThrow());
        List<Result> results = new ArrayList<>();
        for (JsonNode row : rows) {
            if (row.path("how").asText().equals("update")) {
                String bundle = row.path("replaced").asText();
                results.add(new Result(
                        name() + ".frames." + bundle, frames(row), "frames", "the same call untouched", untouched));
                results.add(Result.alone(name() + ".gap." + bundle, gaps(row), "ms"));
            }
        }
        if (exit != 0) {
            throw new IOException("the swap tests failed; what they measured: " + results);
        }
        return results;
    }

    /** Lost, and made up in the place of what came late: 480 samples are one. */
    private static Series frames(JsonNode row) {
        return new Series(row.path("lost").asInt() + row.path("concealed").asInt() / 480.0);
    }

    private static Series gaps(JsonNode row) {
        return new Series(StreamSupport.stream(row.path("gaps").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray());
    }
}
