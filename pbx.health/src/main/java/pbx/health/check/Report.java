package pbx.health.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.Result.Status;

/**
 * What the checks of one group said.
 *
 * @param lines one a check; none is an illness too, for then nobody looks
 */
public record Report(List<Line> lines) {
    private static final Set<Status> WELL = Set.of(Status.OK, Status.WARN);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One check. */
    public record Line(String name, Status status, String message) {}

    public Report {
        lines = List.copyOf(lines);
    }

    /** The worst of all. */
    public Status status() {
        return lines.stream().map(Line::status).max(Comparator.naturalOrder()).orElse(Status.HEALTH_CHECK_ERROR);
    }

    /** Whether work can be sent here. */
    public boolean well() {
        return WELL.contains(status());
    }

    /** For people: the result alone on the first line, then a line for each check, without line breaks of strangers. */
    public String text() {
        return status() + "\n"
                + lines.stream()
                        .map(line -> line.status() + " " + line.name() + ": " + line.message())
                        .map(line -> line.replaceAll("\\p{Cntrl}", " ") + "\n")
                        .collect(Collectors.joining());
    }

    /** {@code {"status":"OK","checks":[{"name":"disk","status":"OK","message":"..."}]}}. */
    public String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("status", status().name());
        report.put("checks", lines.stream().map(Report::json).toList());
        try {
            return JSON.writeValueAsString(report) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps and strings can be written", impossible);
        }
    }

    private static Map<String, Object> json(Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", line.name());
        json.put("status", line.status().name());
        json.put("message", line.message());
        return json;
    }
}
