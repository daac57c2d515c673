package pbx.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long this machine made sound wait: the longest time that a thread slept too long (the JVM stood still, or had no
 * processor), and the most that one of the native audio threads stood in the processors' queue within a moment. No replacement
 * can be blamed for what is lost then.
 */
final class SwapHiccup implements AutoCloseable {
    private static final Pattern AUDIO = Pattern.compile("(webrtc_|rtc|AudioEnc|AudioDev|NetEq).*");
    private static final long NAP_NS = 1_000_000;
    private static final int NAPS_BETWEEN_LOOKS = 40;

    private final Thread thread = new Thread(this::watch, "swap-hiccup");
    private final AtomicLong longest = new AtomicLong();
    private final Map<Path, Long> waited = new HashMap<>();
    private volatile boolean over;

    SwapHiccup() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!over) {
            for (int i = 0; i < NAPS_BETWEEN_LOOKS; i++) {
                long before = System.nanoTime();
                LockSupport.parkNanos(NAP_NS);
                longest.accumulateAndGet(System.nanoTime() - before - NAP_NS, Math::max);
            }
            look();
        }
    }

    private void look() {
        for (Path task : tasks()) {
            try {
                if (AUDIO.matcher(Files.readString(task.resolve("comm"))).lookingAt()) {
                    // time on a processor, time waiting for one, turns
                    long now = Long.parseLong(
                            Files.readString(task.resolve("schedstat")).replaceAll("^\\S+ (\\S+) .*\\s*$", "$1"));
                    longest.accumulateAndGet(now - waited.getOrDefault(task, now), Math::max);
                    waited.put(task, now);
                }
            } catch (IOException ended) {
                waited.remove(task);
            }
        }
    }

    private static List<Path> tasks() {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.toList();
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    void begin() {
        longest.set(0);
    }

    double longestMs() {
        return longest.get() / 1e6;
    }

    @Override
    public void close() {
        over = true;
    }
}
