package pbx.plugins;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.plugin.Load;
import pbx.plugins.PluginThreads.Found;
import pbx.plugins.Settings.Limits;

/** Looks five times a second at what the plugins spend, on a thread that nothing else can hold up. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int EVERY_MS = 200;
    /** A thread that was told to end has so many looks to do so. */
    private static final int LOOKS_TO_LEAVE = 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Machine machine = new Machine();
    private final Map<String, Meter> meters = new ConcurrentHashMap<>();
    /** By thread id: how often it was seen although its plugin has stopped. */
    private final Map<Long, Integer> leaving = new HashMap<>();

    /** The plugins of this framework, those that have left threads behind too: a JVM may have several frameworks. */
    private final Set<Bundle> ours = new HashSet<>();

    private final Supplier<List<Bundle>> installed;
    private final BiConsumer<Bundle, String> runaway;
    private final ScheduledExecutorService thread;
    private volatile Limits limits;

    /** @param runaway is told the plugin and the reason, on the watch's thread; must not block */
    Watch(Limits limits, Supplier<List<Bundle>> installed, BiConsumer<Bundle, String> runaway) {
        this.limits = limits;
        this.installed = installed;
        this.runaway = runaway;
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "pbx-plugins-watch");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::lookSafely, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void configure(Limits next) {
        limits = next;
    }

    Load load(String plugin) {
        Meter meter = meters.get(plugin);
        return meter == null ? Load.NONE : meter.load();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void lookSafely() {
        try {
            look(System.nanoTime());
        } catch (RuntimeException | Error e) { // it would be the last look
            LOG.error("what plugins spend cannot be told", e);
        }
    }

    private void look(long now) {
        machine.look(now);
        ours.addAll(installed.get());
        Map<String, List<Found>> found = PluginThreads.find().stream()
                .filter(f -> ours.contains(f.plugin()))
                .collect(Collectors.groupingBy(f -> f.plugin().getSymbolicName()));
        ours.removeIf(
                plugin -> plugin.getState() == Bundle.UNINSTALLED && !found.containsKey(plugin.getSymbolicName()));
        Set<String> silent = new HashSet<>(meters.keySet());
        Set<Long> left = new HashSet<>();
        found.forEach((name, threads) -> {
            Meter meter = meters.computeIfAbsent(name, unseen -> new Meter(now));
            meter.add(spent(threads), stuck(name, threads, left), now);
            silent.remove(name);
            threads.stream()
                    .filter(f -> !f.left())
                    .findFirst()
                    .ifPresent(live -> judge(meter, live.plugin(), threads, now));
        });
        leaving.keySet().retainAll(left);
        silent.forEach(name -> {
            meters.get(name).add(Map.of(), 0, now);
            meters.get(name).forgive(now);
        });
    }

    private void judge(Meter meter, Bundle plugin, List<Found> found, long now) {
        meter.runaway(limits, machine, now).ifPresent(why -> {
            meter.forgive(now);
            runaway.accept(plugin, why);
            found.forEach(f -> f.thread().interrupt());
        });
    }

    private Map<Long, Meter.Spent> spent(List<Found> found) {
        long[] ids = found.stream().mapToLong(f -> f.thread().getId()).toArray();
        long[] cpu = threads.getThreadCpuTime(ids);
        long[] allocated = threads.getThreadAllocatedBytes(ids);
        Map<Long, Meter.Spent> spent = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            spent.put(ids[i], new Meter.Spent(Math.max(0, cpu[i]), Math.max(0, allocated[i])));
        }
        return spent;
    }

    private int stuck(String plugin, List<Found> found, Set<Long> left) {
        int stuck = 0;
        for (Found each : found) {
            if (each.left()) {
                left.add(each.thread().getId());
                int looks = leaving.merge(each.thread().getId(), 1, Integer::sum);
                stuck += looks > LOOKS_TO_LEAVE ? 1 : 0;
                if (looks == LOOKS_TO_LEAVE + 1) {
                    LOG.warn(
                            "the thread \"{}\" is still in the code of {}, which was stopped: nothing but a restart of "
                                    + "the platform ends it",
                            Plain.text(each.thread().getName()),
                            plugin);
                }
            }
        }
        return stuck;
    }
}
