package pbx.health.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs the checks of one group, by the executor of Felix: at the same time, 2 s at most, an answer is good for 2 s. */
@Component(service = Checks.class)
public final class Checks {
    private final HealthCheckExecutor executor;

    @Activate
    public Checks(@Reference HealthCheckExecutor executor) {
        this.executor = executor;
    }

    /** @param group one of {@link Tags} */
    public Report run(String group) {
        List<Report.Line> lines = executor.execute(HealthCheckSelector.tags(group)).stream()
                .map(Checks::line)
                .sorted(Comparator.comparing(Report.Line::name))
                .toList();
        return new Report(lines);
    }

    private static Report.Line line(HealthCheckExecutionResult result) {
        return new Report.Line(
                result.getHealthCheckMetadata().getTitle(),
                result.getHealthCheckResult().getStatus(),
                messages(result));
    }

    private static String messages(HealthCheckExecutionResult result) {
        return StreamSupport.stream(result.getHealthCheckResult().spliterator(), false)
                .map(ResultLog.Entry::getMessage)
                .collect(Collectors.joining("; "));
    }
}
