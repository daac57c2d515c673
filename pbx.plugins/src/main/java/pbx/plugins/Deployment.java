package pbx.plugins;

import java.util.Optional;
import org.osgi.framework.Bundle;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugin.State;

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
 * @param note what is to be said although they run
 * @param quarantine why what ran was stopped
 */
record Deployment(
        String file,
        Stamp stamp,
        String hash,
        String name,
        String version,
        Optional<Running> running,
        Optional<String> problem,
        Optional<String> note,
        Optional<String> quarantine) {

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
        return of(file, stamp, jar, Optional.of(new Running(bundle, jar)), Optional.empty());
    }

    static Deployment unreadable(String file, Stamp stamp, String problem, Optional<Running> before) {
        Optional<String> why = Optional.of(also(problem, before));
        return new Deployment(file, stamp, "", file, "", before, why, Optional.empty(), Optional.empty());
    }

    static Deployment failed(String file, Stamp stamp, PluginJar jar, String problem, Optional<Running> before) {
        return of(file, stamp, jar, before, Optional.of(also(problem, before)));
    }

    private static Deployment of(
            String file, Stamp stamp, PluginJar jar, Optional<Running> running, Optional<String> problem) {
        return new Deployment(
                file,
                stamp,
                jar.hash(),
                jar.name(),
                jar.version(),
                running,
                problem,
                Optional.empty(),
                Optional.empty());
    }

    Deployment at(Stamp now) {
        return new Deployment(file, now, hash, name, version, running, problem, note, quarantine);
    }

    Deployment noted(String text) {
        return new Deployment(file, stamp, hash, name, version, running, problem, Optional.of(text), quarantine);
    }

    Deployment quarantined(Optional<String> why) {
        return new Deployment(file, stamp, hash, name, version, running, problem, note, why);
    }

    boolean runsAs(String plugin) {
        return running.filter(r -> r.runs(plugin)).isPresent();
    }

    boolean active() {
        return running.filter(Running::active).isPresent();
    }

    /** Whether somebody means it by this name: the plugin's, or the file's. */
    boolean isCalled(String called) {
        return runsAs(called) || name.equals(called) || file.equals(called);
    }

    /** The name of what runs; if nothing does, of what should. */
    String pluginName() {
        return running.map(r -> r.jar().name()).orElse(name);
    }

    /** What runs, if anything does. */
    Plugin plugin() {
        return running.map(this::plugin).orElseGet(this::outcome);
    }

    /** What became of the bytes read last, whatever runs in their place. */
    Plugin outcome() {
        return problem.map(p -> Plugin.of(file, name, version, State.FAILED, Optional.of(p)))
                .orElseGet(this::plugin);
    }

    private Plugin plugin(Running now) {
        Optional<String> says = problem.or(() -> note);
        State state = State.RUNNING;
        if (quarantine.isPresent()) {
            state = State.QUARANTINED;
            says = quarantine;
        } else if (!now.active()) {
            state = State.FAILED;
            says = Optional.of("it was stopped by other hands: start it there, or deploy it again");
        }
        return Plugin.of(file, now.jar().name(), now.jar().version(), state, says);
    }

    private static String also(String problem, Optional<Running> before) {
        return problem
                + before.map(r -> "; version " + r.jar().version() + " runs on").orElse("");
    }
}
