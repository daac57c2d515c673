package pbx.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.plugins.Deployment.Running;
import pbx.plugins.Deployments.Reading;

/** Keeps what runs and what lies in the deploy folder the same, both ways. Belongs to one thread. */
final class FolderMatch {
    /** A file that is no jar is called broken when it has not changed for so long: a copy may stall. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Deployments deployments;
    private final Previous previous;
    private final Started started;
    private Settings settings;
    private DeployFolder folder;
    private boolean orphansGone;

    /** Is told each plugin that was started, also one that runs on after a failed update. */
    interface Started {
        /** @param replaces it runs in the place of other bytes, which are kept */
        void started(Running plugin, boolean replaces);
    }

    FolderMatch(Deployments deployments, Previous previous, Settings settings, Started started) {
        this.deployments = deployments;
        this.previous = previous;
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
    Deployment deploy(Path jar) throws IOException {
        if (!DeployFolder.isJar(jar) || Stamp.of(jar).isEmpty()) {
            throw new PbxException(
                    Reason.INVALID, "there is no jar " + jar.toAbsolutePath() + " (its name must end with .jar)");
        }
        String file = jar.getFileName().toString();
        folder.put(jar, file);
        Set<String> replaced = new HashSet<>(deployments.files());
        Deployment taken = takeNow(file);
        replaced.removeAll(deployments.files());
        if (taken.problem().isEmpty()) {
            for (String other : replaced) {
                folder.remove(other);
            }
        }
        return taken;
    }

    /** Exchanges a plugin's file and the one that it replaced. */
    Deployment rollBack(Deployment from) throws IOException {
        String plugin = from.pluginName();
        Path kept = previous.of(plugin)
                .orElseThrow(() -> new PbxException(
                        Reason.INVALID,
                        "no earlier version of " + plugin + " is kept: there is nothing to go back to"));
        folder.put(kept, from.file());
        return takeNow(from.file());
    }

    /** Although they are what they were: what decides about them is not. */
    void takeAgain(List<String> files) {
        files.forEach(this::takeWanted);
    }

    private Optional<Deployment> takeWanted(String file) {
        return Stamp.of(folder.file(file)).flatMap(stamp -> take(file, stamp, true, true));
    }

    private Deployment takeNow(String file) {
        return takeWanted(file)
                .orElseThrow(() -> new PbxException(
                        Reason.INVALID, file + " was changed by somebody else meanwhile: deploy it again"));
    }

    void undeploy(String name) throws IOException {
        List<String> files = deployments.named(name);
        if (files.isEmpty()) {
            List<String> names =
                    deployments.all().stream().map(Deployment::name).toList();
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
        Optional<Running> before = deployments.running(file);
        Optional<Deployment> taken = deployments.take(new Reading(file, folder.file(file), stamp), settled, wanted);
        taken.flatMap(Deployment::running)
                .filter(now -> !before.equals(Optional.of(now)))
                .ifPresent(now -> started.started(now, replaces(before, now)));
        return taken;
    }

    private boolean replaces(Optional<Running> before, Running now) {
        return before.filter(b -> !b.jar().hash().equals(now.jar().hash())).isPresent()
                && previous.of(now.jar().name()).isPresent();
    }
}
