package pbx.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While plugins must be signed, nothing resolves but the platform as it was launched and what the deployer has verified: a
 * bundle that came by another road, the Web Console or the shell, stays INSTALLED. It cannot be verified after the fact, as the
 * framework does not hand out the bytes it was given.
 */
final class Approvals implements ResolverHookFactory {
    private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);

    private final Consumer<Bundle> refused;
    /** Bundle and time of its last change, for a bundle that is exchanged must be approved anew. */
    private final Map<Long, Long> approved = new ConcurrentHashMap<>();

    private final Map<Long, Long> told = new ConcurrentHashMap<>();
    private volatile boolean required;

    /** @param refused is told each refused bundle once; must not block */
    Approvals(Consumer<Bundle> refused) {
        this.refused = refused;
    }

    /** Approves what the framework was launched with; a successor of this instance finds it in {@code file}. */
    void approveLaunched(BundleContext context, Path file) {
        String launch = String.valueOf(context.getProperty(Constants.FRAMEWORK_UUID));
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (!lines.isEmpty() && lines.get(0).equals(launch)) {
                lines.stream()
                        .skip(1)
                        .map(line -> line.split(" ", -1))
                        .forEach(words -> approved.put(Long.valueOf(words[0]), Long.valueOf(words[1])));
                return;
            }
            Stream.of(context.getBundles()).forEach(this::approve);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    launch
                            + approved.entrySet().stream()
                                    .map(entry -> "\n" + entry.getKey() + " " + entry.getValue())
                                    .collect(Collectors.joining()));
        } catch (IOException | RuntimeException e) {
            LOG.error("what the platform was launched with cannot be remembered: {}", e.toString());
        }
    }

    void require(boolean signatures) {
        required = signatures;
    }

    void approve(Bundle bundle) {
        approved.put(bundle.getBundleId(), bundle.getLastModified());
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return new Refusing();
    }

    private boolean passes(Bundle bundle) {
        return !required
                || bundle.getBundleId() == 0
                || Long.valueOf(bundle.getLastModified()).equals(approved.get(bundle.getBundleId()));
    }

    private void tell(Bundle bundle) {
        Long now = bundle.getLastModified();
        if (!now.equals(told.put(bundle.getBundleId(), now))) {
            LOG.error(
                    "{} is refused: bundles must be signed and come by the deploy folder or pbx:deploy",
                    bundle.getSymbolicName());
            refused.accept(bundle);
        }
    }

    private final class Refusing implements ResolverHook {
        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            Set<BundleRevision> foreign = candidates.stream()
                    .filter(revision -> !passes(revision.getBundle()))
                    .collect(Collectors.toSet());
            foreign.forEach(revision -> tell(revision.getBundle()));
            candidates.removeAll(foreign);
        }

        @Override
        public void filterSingletonCollisions(
                BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {}

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {}

        @Override
        public void end() {}
    }
}
