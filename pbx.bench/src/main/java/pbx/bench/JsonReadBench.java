package pbx.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pbx.api.connection.Message;
import pbx.transport.Json;

/** What {@link JsonRead} runs. Public because JMH makes a subclass. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsonReadBench {
    /** Of the wire; the picture is of 100 accounts. */
    @Param({"user-state", "call-state", "blf", "domain-state"})
    public String kind;

    private final Json json = new Json();
    private final ObjectMapper mapper = new ObjectMapper();
    private String text;

    @Setup
    public void prepare() {
        text = switch (kind) {
            case "user-state" -> Tenant10k.change(1);
            case "call-state" -> WireThroughput.text(9);
            case "blf" -> WireThroughput.text(3);
            default -> Tenant10k.picture(100);
        };
    }

    @Benchmark
    public Optional<Message> message() {
        return json.message(text);
    }

    @Benchmark
    public JsonNode tree() throws JsonProcessingException {
        return mapper.readTree(text);
    }
}
