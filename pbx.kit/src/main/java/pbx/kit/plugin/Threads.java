package pbx.kit.plugin;

import java.util.List;

/** Whose a thread is can be told by its context class loader, which it inherits from the one that started it. */
final class Threads {
    private Threads() {}

    /** The names of those that belong to a plugin; none if it is gone. */
    static List<String> of(ClassLoader plugin) {
        return plugin == null
                ? List.of()
                : Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getContextClassLoader() == plugin)
                        .map(Thread::getName)
                        .sorted()
                        .toList();
    }
}
