package pbx.health.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One gauge with a row for each of some things; rows of things that are gone go. */
final class Rows {
    private final MultiGauge gauge;

    Rows(MeterRegistry registry, String name, String description) {
        gauge = MultiGauge.builder(name).description(description).register(registry);
    }

    /** In seconds; Micrometer adds that to the name. */
    static Rows seconds(MeterRegistry registry, String name, String description) {
        return new Rows(MultiGauge.builder(name)
                .description(description)
                .baseUnit("seconds")
                .register(registry));
    }

    private Rows(MultiGauge gauge) {
        this.gauge = gauge;
    }

    <T> void show(Collection<T> things, Function<T, Tags> labels, ToDoubleFunction<T> value) {
        Map<Tags, Double> rows = new LinkedHashMap<>(); // two things of the same labels are one row: the larger value
        things.forEach(thing -> rows.merge(labels.apply(thing), value.applyAsDouble(thing), Math::max));
        show(rows);
    }

    /** How many things there are of each value; each of {@code all} gets a row. */
    <T> void count(String label, T[] all, Collection<T> things) {
        Map<Tags, Double> rows = new LinkedHashMap<>();
        for (T each : all) {
            rows.put(Tags.of(label, each.toString()), 0.0);
        }
        things.forEach(thing -> rows.merge(Tags.of(label, thing.toString()), 1.0, Double::sum));
        show(rows);
    }

    private void show(Map<Tags, Double> values) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        values.forEach((tags, value) -> rows.add(MultiGauge.Row.of(tags, value)));
        gauge.register(rows, true);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
