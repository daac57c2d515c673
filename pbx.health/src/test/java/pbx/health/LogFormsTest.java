package pbx.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** cnf/logback.xml, the platform's own, in both its forms: one event is one line, whatever is in it. */
class LogFormsTest {
    private static final String HOSTILE = "x\n2026-01-01 ERROR forged\u001b[2J\"}";

    @TempDir
    Path home;

    @Test
    void textIsTheUsualForm() throws Exception {
        List<String> lines = log("");
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(
                lines.get(0).matches("\\S+ \\S+ INFO .* - call x 2026-01-01 ERROR forged \\[2J\"}: ended"),
                lines.get(0));
    }

    @Test
    void jsonIsForMachines() throws Exception {
        List<String> lines = log("json");
        assertEquals(1, lines.size(), lines.toString());
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertEquals(
                "call " + HOSTILE + ": ended", line.path("formattedMessage").asText());
        assertEquals("INFO", line.path("level").asText());
        assertEquals("pbx.test", line.path("loggerName").asText());
        assertTrue(line.path("timestamp").asLong() > 0, lines.get(0));
    }

    private List<String> log(String form) throws Exception {
        String settings = Files.readString(Path.of("../cnf/logback.xml")).replace("logs/", home + "/");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        if (!form.isEmpty()) {
            context.putProperty("pbx.log", form);
        }
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
        context.getLogger("pbx.test").info("call {}: ended", HOSTILE);
        context.getLogger("pbx.test").debug("nobody wants to read this");
        context.stop();
        return Files.readAllLines(home.resolve("pbx.log"));
    }
}
