package pbx.kit.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Plugin;

/**
 * What every plugin owes, run against your own: let your test class implement this.
 *
 * <pre>
 * class MyPluginTest implements PluginContract {}
 * </pre>
 *
 * Give your test methods a parameter {@link PluginPlatform} and they have the platform too; all methods of a class share it.
 */
@ExtendWith(SharedPlatform.class)
public interface PluginContract {
    /** The plugin's jar; by default made of this Maven project's classes. */
    default Path plugin() throws IOException {
        return PluginJar.ofThisProject();
    }

    /** Prepares the platform, for example by a configuration that the plugin needs. */
    default void prepare(PluginPlatform platform) throws Exception {}

    @Test
    default void itArrivesWhileACallRingsAndLeavesAndTheCallGoesOn(PluginPlatform platform) throws Exception {
        prepare(platform);
        Heard<CallChange> calls = new Heard<>();
        var listening = platform.context().registerService(CallListener.class, calls::add, null);
        platform.pbx().control().call("46", "45");
        calls.await("a call rings", change -> change.after().state() == CallState.RINGING);
        Plugin plugin = deployed(platform);
        assertEquals(Optional.empty(), plugin.problem(), "the plugin says");
        platform.undeploy(plugin.name());
        assertEquals(Optional.empty(), platform.bundle(plugin.name()).map(Bundle::getSymbolicName));
        platform.pbx().control().hangUp("46");
        calls.await("the call ends", change -> change.after().state() == CallState.ENDED);
        listening.unregister();
    }

    @Test
    default void itLeavesNothingBehind(PluginPlatform platform) throws Exception {
        prepare(platform);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Plugin plugin = deployed(platform);
            loaders.add(loader(platform, plugin.name()));
            platform.undeploy(plugin.name());
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (loaders.stream().anyMatch(loader -> loader.get() != null) && System.nanoTime() < deadline) {
            System.gc(); // nobody can be told of a collection
            TimeUnit.MILLISECONDS.sleep(200);
        }
        List<String> threads = loaders.stream()
                .flatMap(loader -> Threads.of(loader.get()).stream())
                .toList();
        assertEquals(List.of(), threads, "threads that go on after the plugin has left");
        long left = loaders.stream().filter(loader -> loader.get() != null).count();
        assertEquals(0, left, left + " of 3 class loaders are never collected: something still refers to the plugin");
    }

    @Test
    default void itKeepsUpWithABusyHour(PluginPlatform platform) throws Exception {
        prepare(platform);
        Plugin plugin = deployed(platform);
        Heard<CallChange> calls = new Heard<>();
        var listening = platform.context().registerService(CallListener.class, calls::add, null);
        for (int i = 0; i < 30; i++) {
            int number = i;
            String from = "+1555555" + (1000 + number);
            platform.pbx().control().call(from, "45", "Caller " + number);
            calls.await(
                    from + " rings",
                    change -> change.after().remote().number().endsWith(from.substring(1))
                            && change.after().state() == CallState.RINGING);
            platform.pbx().control().hangUp(from);
            calls.await(
                    from + " is over",
                    change -> change.after().remote().number().endsWith(from.substring(1))
                            && change.after().state() == CallState.ENDED);
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<Delivery> deliveries = deliveries(platform, plugin.name());
        while (deliveries.stream().anyMatch(d -> d.waiting() > 0) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100); // the deployer looks now and then
            deliveries = deliveries(platform, plugin.name());
        }
        List<Delivery> behind = deliveries.stream()
                .filter(d -> d.waiting() > 0 || d.quarantined() || d.busy().toSeconds() > 5)
                .toList();
        assertEquals(List.of(), behind, "listeners that did not catch up: do the slow part on a thread of your own");
        listening.unregister();
        platform.undeploy(plugin.name());
    }

    private Plugin deployed(PluginPlatform platform) throws Exception {
        Plugin plugin = platform.deploy(plugin());
        assertEquals(
                Plugin.State.RUNNING, plugin.state(), () -> plugin.problem().orElse(""));
        return plugin;
    }

    private static List<Delivery> deliveries(PluginPlatform platform, String name) throws Exception {
        return platform.plugin(name).map(Plugin::deliveries).orElse(List.of());
    }

    private static WeakReference<ClassLoader> loader(PluginPlatform platform, String name) {
        Bundle bundle = platform.bundle(name).orElseThrow();
        return new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
    }
}
