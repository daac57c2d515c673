package pbx.health.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityWarning;

/** Counts calls, and how they sounded. Each call is counted once, however often a new provider tells it again. */
final class CallMeters {
    /** A provider that was replaced may never tell the end of a call; such calls must not pile up. */
    private static final int MOST_KNOWN = 10_000;

    private final MeterRegistry registry;
    private final Timer answered;
    private final Timer talked;
    private final DistributionSummary score;
    private final Set<CallId> known = new LinkedHashSet<>();

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
        answered = Timer.builder("pbx.call.answered")
                .description("From a call's beginning to its answer")
                .register(registry);
        talked = Timer.builder("pbx.call.talked")
                .description("How long calls were talked")
                .register(registry);
        score = DistributionSummary.builder("pbx.call.score")
                .description("Mean opinion score of calls, one reading a second (ITU-T G.107, 1 to 4.5)")
                .serviceLevelObjectives(2, 3, 3.5, 4, 4.3)
                .register(registry);
        for (Direction direction : Direction.values()) {
            count("pbx.calls.begun", "direction", direction, 0);
        }
        for (EndReason reason : EndReason.values()) {
            count("pbx.calls.ended", "reason", reason, 0);
        }
        for (QualityWarning warning : QualityWarning.values()) {
            count("pbx.call.warnings", "warning", warning, 0);
        }
    }

    synchronized void callChanged(CallChange change) {
        Call call = change.after();
        if (call.state() == CallState.ENDED) {
            ended(call);
        } else if (known.add(call.id())) {
            count("pbx.calls.begun", "direction", call.direction(), 1);
            if (known.size() > MOST_KNOWN) {
                known.remove(known.iterator().next());
            }
        }
    }

    private void ended(Call call) {
        known.remove(call.id());
        call.ending().ifPresent(ending -> count("pbx.calls.ended", "reason", ending.reason(), 1));
        call.answered().ifPresent(at -> {
            answered.record(Duration.between(call.began(), at));
            talked.record(call.talked(at));
        });
    }

    synchronized void qualityChanged(QualityChange change) {
        change.after().filter(reading -> reading.score() > 0).ifPresent(reading -> score.record(reading.score()));
        change.began().forEach(warning -> count("pbx.call.warnings", "warning", warning, 1));
    }

    private void count(String name, String label, Enum<?> value, double more) {
        registry.counter(name, Tags.of(label, value.name().toLowerCase(Locale.ROOT)))
                .increment(more);
    }
}
