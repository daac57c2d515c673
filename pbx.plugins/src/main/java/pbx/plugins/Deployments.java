package pbx.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.plugin.Plugin;
import pbx.plugins.Deployment.Running;

/** Makes what runs match the files it is told of. Belongs to one thread. */
final class Deployments {
    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    private final Bundles bundles;
    private final PrivateCopies copies;
    private final Set<String> earlier;
    private final Map<String, Deployment> byFile = new TreeMap<>();

    /** Bundles that an earlier life of the deployer left running are taken over when their file is seen. */
    Deployments(Bundles bundles, PrivateCopies copies) {
        this.bundles = bundles;
        this.copies = copies;
        this.earlier = hashes(copies);
    }

    /** Ordered by file name. */
    List<Plugin> list() {
        return byFile.values().stream().map(Deployment::plugin).toList();
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
                .filter(d -> d.name().equals(name) || d.file().equals(name) || d.runsAs(name))
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
            byFile.values()
                    .removeIf(d -> d.running().isEmpty()
                            && d.name().equals(running.jar().name()));
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
            Bundle bundle = run(jar, replaced);
            rival.ifPresent(r -> byFile.remove(r.file()));
            return Deployment.running(file, reading.stamp(), jar, bundle);
        } catch (BadPlugin e) {
            rival.filter(r -> !r.running().filter(Running::active).isPresent())
                    .ifPresent(r -> byFile.remove(r.file())); // tried again from its own file
            return Deployment.failed(
                    file, reading.stamp(), jar, e.getMessage(), running(file).filter(Running::active));
        }
    }

    /** The same plugin's update, or a new bundle; then the file's former plugin, if it was another one, goes. */
    private Bundle run(PluginJar jar, Optional<Running> before) throws BadPlugin {
        if (before.isPresent() && before.get().runs(jar.name())) {
            bundles.update(before.get().bundle(), jar, Optional.of(before.get().jar()));
            return before.get().bundle();
        }
        Optional<Bundle> left = adopt(jar);
        Bundle bundle = left.isPresent() ? left.get() : bundles.install(jar);
        before.ifPresent(other -> bundles.uninstall(other.bundle()));
        return bundle;
    }

    private Optional<Deployment> rival(String file, String name) {
        return byFile.values().stream()
                .filter(d -> !d.file().equals(file) && d.runsAs(name))
                .findFirst();
    }

    private Optional<Running> running(String file) {
        return Optional.ofNullable(byFile.get(file)).flatMap(Deployment::running);
    }

    private static boolean needed(Deployment deployment) {
        return deployment.outcome().state() == Plugin.State.FAILED;
    }

    /** What an earlier life of the deployer left: if it has these very bytes and runs, nothing is done to it. */
    private Optional<Bundle> adopt(PluginJar jar) throws BadPlugin {
        Optional<Bundle> left = bundles.find(jar.name());
        if (left.isPresent() && (left.get().getState() != Bundle.ACTIVE || !earlier.contains(jar.hash()))) {
            bundles.update(left.get(), jar, Optional.empty());
        }
        return left;
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

    private static Set<String> hashes(PrivateCopies copies) {
        try {
            return copies.hashes();
        } catch (IOException e) {
            LOG.warn("the private copies cannot be read, so running plugins are started anew: {}", e.getMessage());
            return new HashSet<>();
        }
    }
}
