package pbx.health.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.api.status.Finding;
import pbx.api.status.Finding.Severity;

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

    /** The worst first: a row for each thing that is not well, one for each check that found all well. */
    List<Finding> findings(String group) {
        return executor.execute(HealthCheckSelector.tags(group)).stream()
                .flatMap(Checks::findings)
                .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::check))
                .toList();
    }

    private static Stream<Finding> findings(HealthCheckExecutionResult result) {
        String check = result.getHealthCheckMetadata().getTitle();
        Status status = result.getHealthCheckResult().getStatus();
        if (status == Status.OK) {
            return Stream.of(new Finding(check, Severity.OK, messages(result)));
        }
        List<Finding> ill = StreamSupport.stream(result.getHealthCheckResult().spliterator(), false)
                .filter(entry -> severity(entry.getStatus()) != Severity.OK)
                .map(entry -> new Finding(check, severity(entry.getStatus()), entry.getMessage()))
                .toList();
        return ill.isEmpty() ? Stream.of(new Finding(check, severity(status), messages(result))) : ill.stream();
    }

    private static Severity severity(Status status) {
        return switch (status) {
            case OK -> Severity.OK;
            case WARN -> Severity.WARN;
            case TEMPORARILY_UNAVAILABLE, CRITICAL, HEALTH_CHECK_ERROR -> Severity.CRITICAL;
        };
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
