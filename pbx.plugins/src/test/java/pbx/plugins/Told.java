package pbx.plugins;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.PluginChange;
import pbx.api.plugin.PluginListener;

/** Remembers what it was told of plugins, and waits for more. */
final class Told implements PluginListener {
    private final List<PluginChange> changes = new ArrayList<>();

    @Override
    public synchronized void pluginChanged(PluginChange change) {
        changes.add(change);
        notifyAll();
    }

    /** The first that fits, among what was told and what is to come. */
    synchronized Plugin await(Predicate<Plugin> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < deadline) {
            for (PluginChange change : changes) {
                if (change.after().filter(wanted).isPresent()) {
                    return change.after().get();
                }
            }
            wait(100);
        }
        return fail("never told; but " + changes);
    }

    synchronized void forget() {
        changes.clear();
    }
}
