package pbx.health.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pbx.api.call.CallChange;
import pbx.api.call.CallState;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionState;
import pbx.health.Busy;
import pbx.health.Platform;

/** docs/metrics.md against what is served. */
class DocumentedMetricsTest {
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\|");
    private static final Pattern SERVED = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");

    private final Platform platform = Busy.platform();

    @Test
    void theListIsWhatIsServed() throws IOException {
        Metrics metrics = new Metrics(platform, Busy.loops(platform));
        String page = Files.readString(Path.of("../docs/metrics.md"));
        assertEquals(names(DOCUMENTED, page), names(SERVED, metrics.scrape()));
    }

    @Test
    void callsAreCountedOnceHoweverOftenTheyAreTold() {
        Metrics metrics = new Metrics(platform, Busy.loops(platform));
        CallChange replayed = new CallChange(Optional.empty(), Busy.call(CallState.ACTIVE));
        metrics.callChanged(replayed);
        metrics.callChanged(replayed);
        metrics.callChanged(new CallChange(Optional.empty(), Busy.call(CallState.ENDED)));
        String page = metrics.scrape();
        assertTrue(page.contains("pbx_calls_begun_total{direction=\"in\"} 1.0\n"), page);
        assertTrue(page.contains("pbx_calls_ended_total{reason=\"hung_up\"} 1.0\n"), page);
        assertTrue(page.contains("pbx_call_answered_seconds_sum 3.0\n"), page);
        assertTrue(page.contains("pbx_call_talked_seconds_sum 60.0\n"), page);
        assertTrue(page.contains("pbx_calls{state=\"ACTIVE\"} 1.0\n"), page);
        assertTrue(page.contains("pbx_calls{state=\"RINGING\"} 0.0\n"), page);
    }

    @Test
    void whatIsGoneIsNotServedAnyMore() {
        Metrics metrics = new Metrics(platform, Busy.loops(platform));
        Connection temporary = Busy.account("temporary", ConnectionState.REFUSED, Optional.empty());
        platform.bindConnection(temporary);
        assertTrue(metrics.scrape().contains("pbx_account_registered{account=\"temporary\"} 0.0\n"));
        platform.unbindConnection(temporary);
        assertFalse(metrics.scrape().contains("temporary"));
    }

    private static Map<String, String> names(Pattern pattern, String text) {
        Map<String, String> names = new TreeMap<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.put(found.group(1), found.group(2));
        }
        return names;
    }
}
