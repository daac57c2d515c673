package pbx.plugins;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.plugins.Deployment.Running;

/** Makes a jar run in the place of another one, after it was vetted; keeps what it replaces. */
final class Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Bundles bundles;
    private final PrivateCopies copies;
    private final Previous previous;
    private final Vetting vetting;
    private final Set<String> earlier;

    /** Bundles that an earlier life of the deployer left running are taken over when their file is seen. */
    Runs(Bundles bundles, PrivateCopies copies, Previous previous, Vetting vetting) {
        this.bundles = bundles;
        this.copies = copies;
        this.previous = previous;
        this.vetting = vetting;
        this.earlier = hashes(copies);
    }

    /** The same plugin's update, or a new bundle; then the file's former plugin, if it was another one, goes. */
    Bundle run(PluginJar jar, Optional<Running> before) throws BadPlugin {
        vetting.check(jar);
        if (before.isPresent() && before.get().runs(jar.name())) {
            PluginJar replaced = before.get().jar();
            if (!replaced.hash().equals(jar.hash())) {
                previous.keep(replaced);
            } else if (before.get().active()) {
                previous.forget(jar.name()); // what was kept is what runs
                return before.get().bundle();
            }
            bundles.update(before.get().bundle(), jar, Optional.of(replaced));
            return before.get().bundle();
        }
        Optional<Bundle> left = adopt(jar);
        Bundle bundle = left.isPresent() ? left.get() : bundles.install(jar);
        before.ifPresent(other -> bundles.uninstall(other.bundle()));
        return bundle;
    }

    void forget(String plugin) {
        previous.forget(plugin);
    }

    /** After a restart of the platform: the version before the one that does not run, if it was kept and does. */
    Optional<Running> fallBack(String plugin) {
        return previous.of(plugin).flatMap(kept -> {
            try {
                PluginJar jar = copies.take(kept);
                vetting.check(jar);
                return Optional.of(new Running(bundles.install(jar), jar));
            } catch (IOException | BadPlugin e) {
                LOG.warn("the version of {} that was kept does not run either: {}", plugin, Plain.text(Cause.of(e)));
                return Optional.empty();
            }
        });
    }

    /** What an earlier life of the deployer left: if it has these very bytes and runs, nothing is done to it. */
    private Optional<Bundle> adopt(PluginJar jar) throws BadPlugin {
        Optional<Bundle> left = bundles.find(jar.name());
        if (left.isPresent() && (left.get().getState() != Bundle.ACTIVE || !earlier.contains(jar.hash()))) {
            bundles.update(left.get(), jar, Optional.empty());
        }
        return left;
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
