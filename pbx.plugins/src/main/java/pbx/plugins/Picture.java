package pbx.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Load;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.PluginChange;
import pbx.api.plugin.PluginListener;
import pbx.listeners.Listeners;

/** What is published of the plugins, and who is told when it changes. Drawn by one thread, read by all. */
final class Picture implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Picture.class);
    private static final int BOUND = 10_000;

    private final Parts parts;
    private final Health health;
    private final Function<String, Load> loads;
    private final List<Deliveries> providers = new CopyOnWriteArrayList<>();
    private final Listeners<PluginListener, PluginChange> listeners =
            new Listeners<>("PluginListener", PluginListener::pluginChanged, BOUND);
    private volatile List<Plugin> drawn = List.of();

    Picture(Parts parts, Health health, Function<String, Load> loads) {
        this.parts = parts;
        this.health = health;
        this.loads = loads;
    }

    List<Plugin> list() {
        return drawn;
    }

    void add(Deliveries provider) {
        providers.add(provider);
    }

    void remove(Deliveries provider) {
        providers.remove(provider);
    }

    List<Delivery> deliveries() {
        Stream<Delivery> others = providers.stream().flatMap(Picture::of);
        return Stream.concat(others, listeners.deliveries().stream()).toList();
    }

    /** Plugins may provide them: what one of them throws keeps nobody from the others. */
    private static Stream<Delivery> of(Deliveries provider) {
        try {
            return provider.deliveries().stream();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("{} does not say whom it tells: {}", provider.getClass(), e.toString());
            return Stream.empty();
        }
    }

    /** To be called on the drawing thread. */
    void listen(PluginListener listener, String owner) {
        listeners.add(
                listener,
                owner,
                drawn.stream()
                        .map(plugin -> new PluginChange(Optional.empty(), Optional.of(plugin)))
                        .toList());
    }

    /** To be called on the drawing thread. */
    void leave(PluginListener listener) {
        listeners.remove(listener);
    }

    void draw(List<Deployment> deployments, long now) {
        List<Delivery> deliveries = deliveries();
        List<Plugin> after =
                deployments.stream().map(d -> plugin(d, deliveries, now)).toList();
        Map<String, Plugin> gone = new LinkedHashMap<>();
        drawn.forEach(plugin -> gone.put(plugin.file(), plugin));
        drawn = after;
        for (Plugin plugin : after) {
            Optional<Plugin> before = Optional.ofNullable(gone.remove(plugin.file()));
            if (before.isEmpty() || !lasting(before.get()).equals(lasting(plugin))) {
                listeners.tell(new PluginChange(before, Optional.of(plugin)));
            }
        }
        gone.values().forEach(plugin -> listeners.tell(new PluginChange(Optional.of(plugin), Optional.empty())));
    }

    /** As it is shown; {@code base} may be what became of it rather than what runs. */
    Plugin dressed(Plugin base, Deployment from, List<Delivery> deliveries, long now) {
        List<Delivery> own =
                deliveries.stream().filter(d -> d.bundle().equals(base.name())).toList();
        Optional<PluginJar> jar = from.running().map(Deployment.Running::jar);
        return new Plugin(
                base.file(),
                base.name(),
                base.version(),
                base.state(),
                base.problem().or(() -> health.problem(base.name(), now)).or(() -> deaf(base.name(), own)),
                parts.previous().version(base.name()),
                jar.flatMap(parts.vetting()::signer),
                jar.map(j -> Uses.of(j.services())).orElse(Set.of()),
                parts.permissions().denied(base.name()),
                loads.apply(base.name()),
                own);
    }

    private Plugin plugin(Deployment deployment, List<Delivery> deliveries, long now) {
        return dressed(deployment.plugin(), deployment, deliveries, now);
    }

    private static Optional<String> deaf(String name, List<Delivery> own) {
        return own.stream()
                .filter(Delivery::quarantined)
                .findFirst()
                .map(d -> "its " + d.kind() + " fell behind and is told no more: pbx:release " + name);
    }

    /** Without what changes all the time. */
    private static List<Object> lasting(Plugin p) {
        List<Object> deaf = new ArrayList<>();
        p.deliveries().stream()
                .filter(Delivery::quarantined)
                .map(Delivery::kind)
                .forEach(deaf::add);
        return List.of(
                p.name(),
                p.version(),
                p.state(),
                p.problem(),
                p.previous(),
                p.signer(),
                p.uses(),
                p.denied(),
                p.load().stuck(),
                deaf);
    }

    @Override
    public void close() {
        listeners.close();
    }
}
