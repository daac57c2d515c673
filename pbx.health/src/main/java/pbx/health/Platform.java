package pbx.health;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import pbx.api.call.Call;
import pbx.api.call.Calls;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionStatus;
import pbx.api.media.Media;
import pbx.api.media.MediaSession;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugins;
import pbx.api.presence.Presence;
import pbx.api.presence.Presences;

/** What the platform's services say at this moment; of a service that is away, nothing. From any thread; never blocks. */
@Component(service = Platform.class)
public final class Platform {
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<Deliveries> providers = new CopyOnWriteArrayList<>();
    private final AtomicReference<Calls> calls = new AtomicReference<>();
    private final AtomicReference<Presences> presences = new AtomicReference<>();
    private final AtomicReference<Media> media = new AtomicReference<>();
    private final AtomicReference<Plugins> plugins = new AtomicReference<>();

    public List<ConnectionStatus> accounts() {
        return connections.stream().map(Connection::status).toList();
    }

    public List<Call> calls() {
        return callControl().map(Calls::list).orElse(List.of());
    }

    public List<Presence> presences() {
        return presence().map(Presences::list).orElse(List.of());
    }

    public List<MediaSession> sessions() {
        return media().map(Media::list).orElse(List.of());
    }

    public List<Plugin> plugins() {
        return Optional.ofNullable(plugins.get()).map(Plugins::list).orElse(List.of());
    }

    public List<Delivery> deliveries() {
        return providers.stream().flatMap(p -> p.deliveries().stream()).toList();
    }

    public Optional<Calls> callControl() {
        return Optional.ofNullable(calls.get());
    }

    public Optional<Presences> presence() {
        return Optional.ofNullable(presences.get());
    }

    public Optional<Media> media() {
        return Optional.ofNullable(media.get());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindConnection(Connection service) {
        connections.add(service);
    }

    public void unbindConnection(Connection service) {
        connections.remove(service);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindDeliveries(Deliveries service) {
        providers.add(service);
    }

    public void unbindDeliveries(Deliveries service) {
        providers.remove(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindCalls(Calls service) {
        calls.set(service);
    }

    public void unbindCalls(Calls service) {
        calls.compareAndSet(service, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindPresences(Presences service) {
        presences.set(service);
    }

    public void unbindPresences(Presences service) {
        presences.compareAndSet(service, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindMedia(Media service) {
        media.set(service);
    }

    public void unbindMedia(Media service) {
        media.compareAndSet(service, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindPlugins(Plugins service) {
        plugins.set(service);
    }

    public void unbindPlugins(Plugins service) {
        plugins.compareAndSet(service, null);
    }
}
