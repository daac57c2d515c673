package pbx.itest;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** What replaced bundles may have left behind: class loaders, threads, sockets. */
final class SwapLeftovers {
    /** The JDK's HTTP client, which pbx.transport has, looks every three seconds whether anybody still needs it. */
    private static final int COLLECTIONS = 50;

    private static final long BETWEEN_MS = 100;
    /** For how many times {@link #BETWEEN_MS} what is ending may still be there. */
    private static final int MOMENTS = 80;
    /** By how many threads a pool may have grown. */
    private static final int POOL = 12;

    /** By how many the JVM's own and the libraries' native threads may have grown. */
    private static final int MORE_NATIVES = 8;

    private final Map<String, List<WeakReference<ClassLoader>>> loaders = new LinkedHashMap<>();
    private final Map<String, Integer> threads = threads();
    private final int natives = natives();
    private final int sockets = sockets();

    /** To be told before the bundle is replaced. */
    void replaced(Bundle bundle) {
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        loaders.computeIfAbsent(bundle.getSymbolicName(), name -> new ArrayList<>())
                .add(new WeakReference<>(loader));
    }

    /** How many class loaders of each bundle's old revisions are still there, after collecting; none if none. */
    Map<String, Long> loaders() throws InterruptedException {
        Map<String, Long> alive = Map.of();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc(); // stops the audio for a moment: nobody measures it now
            alive = alive();
            if (alive.isEmpty()) {
                break;
            }
            Thread.sleep(BETWEEN_MS);
        }
        return alive;
    }

    private Map<String, Long> alive() {
        Map<String, Long> alive = new TreeMap<>();
        loaders.forEach((name, all) -> {
            long here = all.stream().filter(one -> one.get() != null).count();
            if (here > 0) {
                alive.put(name, here);
            }
        });
        return alive;
    }

    /** Threads that are more now, by name without digits; a thread that is ending is given a moment. */
    Map<String, Integer> moreThreads() throws InterruptedException {
        Map<String, Integer> more = Map.of();
        for (int i = 0; i < MOMENTS; i++) {
            more = new TreeMap<>(threads());
            more.replaceAll((name, count) -> count - threads.getOrDefault(name, 0));
            more.entrySet().removeIf(one -> one.getValue() <= grows(one.getKey()));
            if (more.isEmpty()) {
                break;
            }
            Thread.sleep(BETWEEN_MS);
        }
        return more;
    }

    private int grows(String name) {
        if (name.contains(" of ")) { // a listener's, which is there while it is told something
            return threads.containsKey(name) ? 0 : 1;
        }
        return comesAndGoes(name) ? POOL : 0;
    }

    /**
     * Pools of the JDK, of Jetty and of the embedded PBX, which is not replaced, and threads that answer whoever asks now and then
     * (pbx.health does): they grow and shrink by themselves.
     */
    private static boolean comesAndGoes(String name) {
        return Stream.of(
                        "qtp#",
                        "pbx-simulator",
                        "pbx-websocket",
                        "replies to ",
                        "ForkJoinPool",
                        "HttpClient",
                        "AWT",
                        "Java#D",
                        "Attach",
                        "Timer",
                        "Image")
                .anyMatch(name::startsWith);
    }

    private static Map<String, Integer> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .collect(Collectors.toMap(
                        thread -> thread.getName().replaceAll("\\d+", "#"), thread -> 1, Integer::sum, TreeMap::new));
    }

    int moreNatives() throws InterruptedException {
        return more(SwapLeftovers::natives, natives + MORE_NATIVES);
    }

    /** One that is closing is given a moment, too. */
    int moreSockets() throws InterruptedException {
        return more(SwapLeftovers::sockets, sockets);
    }

    private static int more(IntSupplier counted, int allowed) throws InterruptedException {
        int more = counted.getAsInt() - allowed;
        for (int i = 0; i < MOMENTS && more > 0; i++) {
            Thread.sleep(BETWEEN_MS);
            more = counted.getAsInt() - allowed;
        }
        return Math.max(more, 0);
    }

    private static int natives() {
        return files("/proc/self/task").size();
    }

    /** Open sockets, listening or connected, of this process. */
    private static int sockets() {
        TreeSet<String> sockets = new TreeSet<>();
        for (Path descriptor : files("/proc/self/fd")) {
            try {
                String target = Files.readSymbolicLink(descriptor).toString();
                if (target.startsWith("socket:")) {
                    sockets.add(target);
                }
            } catch (IOException closed) {
                // closed meanwhile
            }
        }
        return sockets.size();
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.toList();
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
