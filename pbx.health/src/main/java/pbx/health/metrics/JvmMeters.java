package pbx.health.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import pbx.health.Footprint;

/** The JVM and its process. Micrometer's binders where they keep to java.lang.management; the others reach for more. */
final class JvmMeters {
    private JvmMeters() {}

    static void bindTo(MeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionCounter.builder("jvm.gc.collections", collector, GarbageCollectorMXBean::getCollectionCount)
                    .description("Garbage collections")
                    .tag("gc", collector.getName())
                    .register(registry);
            FunctionCounter.builder("jvm.gc.time", collector, gc -> gc.getCollectionTime() / 1e3)
                    .description("Time spent in garbage collections")
                    .baseUnit("seconds")
                    .tag("gc", collector.getName())
                    .register(registry);
        }
        process(registry);
    }

    private static void process(MeterRegistry registry) {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        Gauge.builder("process.uptime", runtime, r -> r.getUptime() / 1e3)
                .description("Since the platform was started")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("process.resident.memory", () -> Footprint.resident().orElse(-1))
                .description("Memory that the process holds; -1 where the system does not tell")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("process.native.memory", () -> Footprint.outsideHeap().orElse(-1))
                .description("Memory outside the Java heap; -1 where the system does not tell")
                .baseUnit("bytes")
                .register(registry);
    }
}
