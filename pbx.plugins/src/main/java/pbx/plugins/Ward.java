package pbx.plugins;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Use;

/** Quarantines plugins, releases them, rolls them back, and takes uses away from them. Belongs to one thread. */
final class Ward {
    private static final Logger LOG = LoggerFactory.getLogger(Ward.class);

    private final BundleContext context;
    private final Parts parts;
    private final FolderMatch match;
    private final Health health;

    Ward(BundleContext context, Parts parts, FolderMatch match, Health health) {
        this.context = context;
        this.parts = parts;
        this.match = match;
        this.health = health;
    }

    /** It was stopped because of this. A new version goes for good if there is one to go back to. */
    void quarantine(String name, String why) {
        parts.deployments().runningAs(name).ifPresent(found -> {
            Deployment now =
                    parts.deployments().note(found, d -> d.quarantined(Optional.of(why + ": pbx:release " + name)));
            parts.deployments().audit("QUARANTINED", now, why);
            if (health.harmed(name)) {
                rollBackUnwell(name, why);
            }
        });
    }

    /** Listeners that fell behind count as harm while a new version is on probation. */
    void look(List<Delivery> deliveries) {
        deliveries.stream()
                .filter(Delivery::quarantined)
                .filter(d -> health.harmed(d.bundle()))
                .forEach(d -> rollBackUnwell(d.bundle(), "its " + d.kind() + " fell behind"));
    }

    /** The new version did not pass its probation. */
    void rollBackUnwell(String name, String why) {
        parts.deployments().runningAs(name).ifPresent(found -> {
            String version = found.version();
            try {
                Deployment back = match.rollBack(found);
                parts.deployments().audit("ROLLED_BACK", back, why);
                parts.deployments().note(back, d -> d.noted("version " + version + " was rolled back: " + why));
                LOG.error("plugin {} {} is rolled back to {}: {}", name, version, back.version(), Plain.text(why));
            } catch (IOException | PbxException e) {
                LOG.error(
                        "plugin {} {} cannot be rolled back ({}), although {}",
                        name,
                        version,
                        e.toString(),
                        Plain.text(why));
            }
        });
    }

    Deployment rollBack(String name) throws IOException {
        Deployment from = find(name);
        Deployment back = match.rollBack(from);
        parts.deployments().audit("ROLLED_BACK", back, "asked for; before, it was " + from.version());
        return back;
    }

    /** Any bundle may have a listener that is quarantined; only a plugin has a state to tell. */
    Plugin release(String name) {
        Optional<Deployment> found = parts.deployments().runningAs(name);
        Bundle bundle = found.flatMap(Deployment::running)
                .map(Deployment.Running::bundle)
                .or(() -> other(name))
                .orElseThrow(
                        () -> new PbxException(Reason.INVALID, "nothing that could be released is called " + name));
        restart(bundle);
        if (found.isEmpty()) {
            return Plugin.of("", name, bundle.getVersion().toString(), Plugin.State.RUNNING, Optional.empty());
        }
        Deployment now = parts.deployments().note(found.get(), d -> d.quarantined(Optional.empty()));
        parts.deployments().audit("RELEASED", now, "");
        LOG.info("plugin {} is released", name);
        return now.plugin();
    }

    Deployment allow(String name, Use use, boolean allowed) throws IOException {
        Deployment found = find(name);
        String plugin = found.pluginName();
        boolean changes = parts.permissions().denied(plugin).contains(use) == allowed;
        parts.permissions().decide(plugin, use, allowed);
        parts.deployments().audit(allowed ? "ALLOWED" : "DENIED", found, use.name());
        if (changes) {
            applyTo(Set.of(plugin));
        }
        return find(found.file());
    }

    /**
     * What these may use is not what it was: whoever has bound them binds them anew. What was refused before is tried again.
     *
     * @throws PbxException of the first that does not start again; the others are restarted nevertheless
     */
    void applyTo(Set<String> plugins) {
        List<String> refused = parts.deployments().refused();
        parts.deployments().vetAgain();
        Optional<PbxException> failed = Optional.empty();
        for (Deployment each : parts.deployments().all()) {
            if (each.active() && plugins.contains(each.pluginName())) {
                try {
                    restart(each.running().get().bundle());
                } catch (PbxException e) {
                    LOG.error("{}", Plain.text(e.getMessage()));
                    failed = failed.or(() -> Optional.of(e));
                }
            }
        }
        match.takeAgain(refused);
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    private void restart(Bundle bundle) {
        try {
            parts.bundles().restart(bundle);
        } catch (BadPlugin e) {
            throw new PbxException(
                    Reason.INVALID, bundle.getSymbolicName() + " does not start again: " + e.getMessage(), e);
        }
    }

    private Deployment find(String name) {
        return parts.deployments().all().stream()
                .filter(d -> d.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new PbxException(Reason.INVALID, "no plugin is called " + name));
    }

    private Optional<Bundle> other(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getBundleId() != 0 && name.equals(bundle.getSymbolicName())) {
                return Optional.of(bundle);
            }
        }
        return Optional.empty();
    }
}
