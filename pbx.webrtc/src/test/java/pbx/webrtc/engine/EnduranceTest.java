package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import pbx.webrtc.Tone;

/** Sessions leave neither threads nor memory behind. 40 sessions, or 600 with -Dpbx.full=true. */
@EnabledOnOs(OS.LINUX)
class EnduranceTest {
    private static final int WARM_UP = 10;
    private static final int MORE_THREADS = 3;
    private static final int CALLS = Boolean.getBoolean("pbx.full") ? 300 : 20;

    @Test
    void openingAndClosingLeavesNothingBehind() throws Exception {
        Engine engine = new Engine(Natives.load(), () -> true);
        calls(engine, WARM_UP);
        long threads = status("Threads");
        long memory = status("VmRSS");
        calls(engine, CALLS);
        settle(threads + MORE_THREADS);
        long moreThreads = status("Threads") - threads;
        long moreMemory = status("VmRSS") - memory;
        System.out.printf("%d sessions: %+d threads, %+d KB%n", 2 * CALLS, moreThreads, moreMemory);
        assertTrue(moreThreads <= MORE_THREADS, () -> moreThreads + " more threads");
        // a peer connection that is not freed keeps 100 to 250 KB and two threads
        assertTrue(moreMemory < 8_000 + 30L * 2 * CALLS, () -> moreMemory + " KB more");
        engine.stop();
    }

    /** Threads of the last calls, and of the JVM's compilers, may take a while to end on a busy machine. */
    private static void settle(long wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (status("Threads") > wanted && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void calls(Engine engine, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            try (Line line = new Line(engine, "call " + i).connect()) {
                line.play("media", new Tone(440));
                if (i % 10 == 0) {
                    line.renegotiate("pbx", "media");
                    line.atPbx.hear(sound -> sound.has(440));
                }
            }
        }
    }

    /** Of the whole process, native threads and memory included. */
    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
