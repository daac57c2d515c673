package pbx.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.plugin.Plugin;
import pbx.audit.AuditFile;
import pbx.plugins.Deployment.Running;

/** Makes what runs match the files it is told of. Belongs to one thread. */
final class Deployments {
    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    private final Bundles bundles;
    private final PrivateCopies copies;
    private final Runs runs;
    private final Vetting vetting;
    private final AuditFile audit;
    private final Map<String, Deployment> byFile = new TreeMap<>();
    /** By SHA-256, whatever became of them since. */
    private final Set<String> refused = new HashSet<>();

    Deployments(Bundles bundles, PrivateCopies copies, Previous previous, Vetting vetting, AuditFile audit) {
        this.bundles = bundles;
        this.copies = copies;
        this.runs = new Runs(bundles, copies, previous, vetting);
        this.vetting = vetting;
        this.audit = audit;
    }

    /** Ordered by file name. */
    List<Deployment> all() {
        return List.copyOf(byFile.values());
    }

    /** The deployment by which a plugin runs, or ran until it was quarantined. */
    Optional<Deployment> runningAs(String plugin) {
        return byFile.values().stream()
                .filter(d -> d.runsAs(plugin) || d.file().equals(plugin))
                .findFirst();
    }

    /** Changes what is known of a file that is still the same. */
    Deployment note(Deployment before, UnaryOperator<Deployment> edit) {
        Deployment after = edit.apply(before);
        byFile.replace(before.file(), before, after);
        return after;
    }

    /** The files of plugins that do not run because they were refused. */
    List<String> refused() {
        return byFile.values().stream()
                .filter(d -> refused.contains(d.hash())
                        && d.running().isEmpty()
                        && runningAs(d.name()).isEmpty())
                .map(Deployment::file)
                .toList();
    }

    /** Whether what runs may still run; called when those who are trusted, or what is denied, are others. */
    void vetAgain() {
        for (Deployment each : all()) {
            each.running().ifPresent(running -> {
                try {
                    vetting.check(running.jar());
                } catch (Refused e) {
                    bundles.uninstall(running.bundle());
                    refused.add(running.jar().hash());
                    audit("REFUSED", each, e.getMessage());
                    remember(Deployment.failed(
                            each.file(), each.stamp(), running.jar(), e.getMessage(), Optional.empty()));
                }
            });
        }
    }

    Set<String> files() {
        return Set.copyOf(byFile.keySet());
    }

    boolean done(String file, Stamp stamp) {
        return byFile.containsKey(file) && byFile.get(file).stamp().equals(stamp);
    }

    /** The files of a plugin, named by its symbolic name or by a file. */
    List<String> named(String name) {
        return byFile.values().stream()
                .filter(d -> d.isCalled(name))
                .map(Deployment::file)
                .toList();
    }

    /** What is known of one reading of a file. */
    record Reading(String file, Path path, Stamp stamp) {
        boolean outdated() {
            return !Stamp.of(path).equals(Optional.of(stamp));
        }
    }

    /**
     * Reads a file and makes it run.
     *
     * @param settled the file has not changed for long: if it is no jar now, it will not become one by itself
     * @param wanted somebody asks for it: the same bytes are tried again, and the plugin's other file gives way
     * @return empty: it changes, or is no whole jar yet; look again
     */
    Optional<Deployment> take(Reading reading, boolean settled, boolean wanted) {
        Optional<Running> running = running(reading.file());
        try {
            PluginJar jar = copies.take(reading.path());
            if (reading.outdated()) {
                return Optional.empty();
            }
            return Optional.of(remember(apply(reading, jar, wanted)));
        } catch (ZipException e) {
            return settled ? unreadable(reading, "it is no readable jar: copy it again", running) : Optional.empty();
        } catch (IOException e) {
            return unreadable(reading, "it cannot be read: " + e, running);
        } catch (BadPlugin e) {
            return unreadable(reading, e.getMessage(), running);
        }
    }

    private Optional<Deployment> unreadable(Reading reading, String problem, Optional<Running> running) {
        return reading.outdated()
                ? Optional.empty()
                : Optional.of(remember(Deployment.unreadable(reading.file(), reading.stamp(), problem, running)));
    }

    /** The file is gone, and its plugin with it. Others of the same plugin get their chance. */
    void remove(String file) {
        Optional<Deployment> gone = Optional.ofNullable(byFile.remove(file));
        gone.flatMap(Deployment::running).ifPresent(running -> {
            bundles.uninstall(running.bundle());
            runs.forget(running.jar().name());
            byFile.values()
                    .removeIf(d -> d.running().isEmpty()
                            && d.name().equals(running.jar().name()));
            audit("REMOVED", gone.get(), "");
            LOG.info(
                    "plugin {} {} is gone ({})",
                    running.jar().name(),
                    running.jar().version(),
                    Plain.text(file));
        });
        sweep();
    }

    /** Uninstalls what an earlier life of the deployer left and no file stands for. */
    void removeOrphans() {
        for (Bundle bundle : bundles.all()) {
            if (byFile.values().stream().noneMatch(d -> d.runsAs(bundle.getSymbolicName()))) {
                LOG.info("plugin {} is gone: its file is not there any more", bundle.getSymbolicName());
                bundles.uninstall(bundle);
            }
        }
        sweep();
    }

    private Deployment apply(Reading reading, PluginJar jar, boolean wanted) {
        String file = reading.file();
        Deployment before = byFile.get(file);
        if (before != null && before.hash().equals(jar.hash()) && !(wanted && needed(before))) {
            return before.at(reading.stamp());
        }
        Optional<Deployment> rival = rival(file, jar.name());
        Optional<Running> replaced = rival.flatMap(Deployment::running).or(() -> running(file));
        try {
            if (rival.isPresent() && !wanted) {
                throw new BadPlugin("the same plugin runs from " + rival.get().file() + ": take one of the two away");
            }
            Bundle bundle = runs.run(jar, replaced);
            rival.ifPresent(r -> byFile.remove(r.file()));
            Deployment running = Deployment.running(file, reading.stamp(), jar, bundle);
            audit("RUNS", running, "");
            return running;
        } catch (BadPlugin e) {
            rival.filter(r -> !r.active()).ifPresent(r -> byFile.remove(r.file())); // tried again from its own file
            Optional<Running> on = running(file).filter(Running::active);
            Deployment failed = Deployment.failed(
                    file,
                    reading.stamp(),
                    jar,
                    e.getMessage(),
                    on.isPresent() || rival.isPresent() ? on : runs.fallBack(jar.name()));
            if (e instanceof Refused) {
                refused.add(jar.hash());
            }
            audit(e instanceof Refused ? "REFUSED" : "FAILED", failed, e.getMessage());
            return failed;
        }
    }

    void audit(String event, Deployment what, String reason) {
        audit.write(
                event,
                "plugin",
                what.name(),
                "version",
                what.version(),
                "file",
                what.file(),
                "sha256",
                what.hash(),
                "signer",
                what.running().flatMap(r -> vetting.signer(r.jar())).orElse(""),
                "reason",
                reason);
    }

    private Optional<Deployment> rival(String file, String name) {
        return byFile.values().stream()
                .filter(d -> !d.file().equals(file) && d.runsAs(name))
                .findFirst();
    }

    Optional<Running> running(String file) {
        return Optional.ofNullable(byFile.get(file)).flatMap(Deployment::running);
    }

    private static boolean needed(Deployment deployment) {
        return deployment.outcome().state() != Plugin.State.RUNNING;
    }

    private Deployment remember(Deployment next) {
        Deployment before = byFile.put(next.file(), next);
        boolean news = before == null || !before.at(next.stamp()).equals(next);
        if (news && next.problem().isPresent()) {
            LOG.error(
                    "plugin file {} does not run: {}",
                    Plain.text(next.file()),
                    Plain.text(next.problem().get()));
        } else if (news) {
            LOG.info("plugin {} {} runs ({})", next.name(), next.version(), Plain.text(next.file()));
        }
        sweep();
        return next;
    }

    /** Private copies are kept of what runs. */
    private void sweep() {
        try {
            copies.keep(byFile.values().stream()
                    .flatMap(d -> d.running().stream())
                    .map(running -> running.jar().hash())
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            LOG.warn("a private copy that is no longer needed stays: {}", e.getMessage());
        }
    }
}
