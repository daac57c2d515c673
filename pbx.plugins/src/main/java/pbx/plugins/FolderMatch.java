package pbx.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.plugin.Plugin;
import pbx.plugins.Deployment.Running;
import pbx.plugins.Deployments.Reading;

/** Keeps what runs and what lies in the deploy folder the same, both ways. Belongs to one thread. */
final class FolderMatch {
    /** A file that is no jar is called broken when it has not changed for so long: a copy may stall. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Deployments deployments;
    private final Consumer<Running> started;
    private Settings settings;
    private DeployFolder folder;
    private boolean orphansGone;

    /** @param started is told each plugin that was started, also one that runs on after a failed update */
    FolderMatch(BundleContext context, Settings settings, Consumer<Running> started) {
        this.deployments = new Deployments(
                new Bundles(context),
                new PrivateCopies(context.getDataFile("copies").toPath()));
        this.started = started;
        this.settings = settings;
        this.folder = new DeployFolder(settings.folder());
    }

    void configure(Settings next) {
        if (!next.folder().equals(settings.folder())) {
            folder = new DeployFolder(next.folder());
        }
        settings = next;
    }

    long intervalMillis() {
        return settings.interval().toMillis();
    }

    List<Plugin> list() {
        return deployments.list();
    }

    /** Looks into the folder, and does what it says. */
    void look() throws IOException {
        SortedMap<String, DeployFolder.Seen> seen = folder.look();
        Set<String> gone = new HashSet<>(deployments.files());
        gone.removeAll(seen.keySet());
        gone.forEach(deployments::remove);
        boolean all = true;
        for (var entry : seen.entrySet()) {
            all &= deployments.done(entry.getKey(), entry.getValue().stamp())
                    || taken(entry.getKey(), entry.getValue());
        }
        if (all && !orphansGone) {
            orphansGone = true;
            deployments.removeOrphans();
        }
    }

    /** Puts a jar into the folder and starts it; another file of the same plugin goes when the new one runs. */
    Plugin deploy(Path jar) throws IOException {
        if (!DeployFolder.isJar(jar) || Stamp.of(jar).isEmpty()) {
            throw new PbxException(
                    Reason.INVALID, "there is no jar " + jar.toAbsolutePath() + " (its name must end with .jar)");
        }
        folder.put(jar);
        Set<String> replaced = new HashSet<>(deployments.files());
        String file = jar.getFileName().toString();
        Deployment taken = Stamp.of(folder.file(file))
                .flatMap(stamp -> take(file, stamp, true, true))
                .orElseThrow(() -> new PbxException(
                        Reason.INVALID, file + " was changed by somebody else meanwhile: deploy it again"));
        replaced.removeAll(deployments.files());
        if (taken.problem().isEmpty()) {
            for (String other : replaced) {
                folder.remove(other);
            }
        }
        return taken.outcome();
    }

    void undeploy(String name) throws IOException {
        List<String> files = deployments.named(name);
        if (files.isEmpty()) {
            List<String> names = deployments.list().stream().map(Plugin::name).toList();
            throw new PbxException(Reason.INVALID, "no plugin is called " + name + "; there are " + names);
        }
        for (String file : files) {
            folder.remove(file);
            deployments.remove(file);
        }
    }

    private boolean taken(String file, DeployFolder.Seen seen) {
        boolean settled = settings.interval().multipliedBy(seen.looks()).compareTo(SETTLED) >= 0;
        return seen.looks() >= 2 && take(file, seen.stamp(), settled, false).isPresent();
    }

    private Optional<Deployment> take(String file, Stamp stamp, boolean settled, boolean wanted) {
        Optional<Deployment> taken = deployments.take(new Reading(file, folder.file(file), stamp), settled, wanted);
        taken.flatMap(Deployment::running).ifPresent(started);
        return taken;
    }
}
