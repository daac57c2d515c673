package pbx.plugins;

import java.util.Optional;
import org.osgi.framework.Bundle;
import pbx.api.plugin.Plugin;

/**
 * One file of the deploy folder, and what became of it.
 *
 * @param file its name in the folder
 * @param stamp the file as it was when it was read last; while it is like this, nothing is to be done
 * @param hash of the bytes read last; empty if they are no bundle
 * @param name the bundle's symbolic name, the file's name if it has none
 * @param version the bundle's version, empty if it has none
 * @param running what runs: these bytes, or earlier ones if these did not
 * @param problem why these bytes do not run
 */
record Deployment(
        String file,
        Stamp stamp,
        String hash,
        String name,
        String version,
        Optional<Running> running,
        Optional<String> problem) {

    /** A bundle, and the bytes that it runs from. */
    record Running(Bundle bundle, PluginJar jar) {
        boolean runs(String name) {
            return jar.name().equals(name) && bundle.getState() != Bundle.UNINSTALLED;
        }

        boolean active() {
            return bundle.getState() == Bundle.ACTIVE;
        }
    }

    static Deployment running(String file, Stamp stamp, PluginJar jar, Bundle bundle) {
        Running running = new Running(bundle, jar);
        return new Deployment(
                file, stamp, jar.hash(), jar.name(), jar.version(), Optional.of(running), Optional.empty());
    }

    static Deployment unreadable(String file, Stamp stamp, String problem, Optional<Running> before) {
        return new Deployment(file, stamp, "", file, "", before, Optional.of(also(problem, before)));
    }

    static Deployment failed(String file, Stamp stamp, PluginJar jar, String problem, Optional<Running> before) {
        return new Deployment(
                file, stamp, jar.hash(), jar.name(), jar.version(), before, Optional.of(also(problem, before)));
    }

    Deployment at(Stamp now) {
        return new Deployment(file, now, hash, name, version, running, problem);
    }

    boolean runsAs(String plugin) {
        return running.filter(r -> r.runs(plugin)).isPresent();
    }

    /** What runs, if anything does. */
    Plugin plugin() {
        return running.map(this::plugin).orElseGet(this::outcome);
    }

    /** What became of the bytes read last, whatever runs in their place. */
    Plugin outcome() {
        return problem.map(p -> new Plugin(file, name, version, Plugin.State.FAILED, Optional.of(p)))
                .orElseGet(this::plugin);
    }

    private Plugin plugin(Running now) {
        return new Plugin(
                file,
                now.jar().name(),
                now.jar().version(),
                now.active() ? Plugin.State.RUNNING : Plugin.State.FAILED,
                now.active()
                        ? Optional.empty()
                        : Optional.of("it was stopped by other hands: start it there, or deploy it again"));
    }

    private static String also(String problem, Optional<Running> before) {
        return problem
                + before.map(r -> "; version " + r.jar().version() + " runs on").orElse("");
    }
}
