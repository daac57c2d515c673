package pbx.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import pbx.api.access.Tokens;
import pbx.api.call.Calls;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionStatus;
import pbx.api.history.History;
import pbx.api.media.Devices;
import pbx.api.media.Media;
import pbx.api.plugin.Plugins;
import pbx.api.presence.Presences;
import pbx.api.status.Support;
import pbx.api.view.View;
import pbx.listeners.Views;

/** The services that commands use, as they are at this moment. One that is away fails the command, never the shell. */
@Component(service = Platform.class)
public final class Platform {
    private final Slot<Calls> calls = new Slot<>("call control");
    private final Slot<Presences> presences = new Slot<>("presence");
    private final Slot<Media> media = new Slot<>("audio");
    private final Slot<Devices> devices = new Slot<>("audio");
    private final Slot<History> history = new Slot<>("the history");
    private final Slot<Plugins> plugins = new Slot<>("the plugin deployer");
    private final Slot<Tokens> tokens = new Slot<>("the REST interface");
    private final Slot<Support> support = new Slot<>("the health bundle");
    private final Views views = new Views();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    Calls calls() {
        return calls.get();
    }

    Presences presences() {
        return presences.get();
    }

    Media media() {
        return media.get();
    }

    Devices devices() {
        return devices.get();
    }

    History history() {
        return history.get();
    }

    Plugins plugins() {
        return plugins.get();
    }

    Tokens tokens() {
        return tokens.get();
    }

    Support support() {
        return support.get();
    }

    Views views() {
        return views;
    }

    @Deactivate
    void stop() {
        views.close();
    }

    /** Ordered by name. */
    List<ConnectionStatus> accounts() {
        return connections.stream()
                .map(Connection::status)
                .sorted(Comparator.comparing(s -> s.account().value()))
                .toList();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCalls(Calls service) {
        calls.set(service);
    }

    void unbindCalls(Calls service) {
        calls.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPresences(Presences service) {
        presences.set(service);
    }

    void unbindPresences(Presences service) {
        presences.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMedia(Media service) {
        media.set(service);
    }

    void unbindMedia(Media service) {
        media.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDevices(Devices service) {
        devices.set(service);
    }

    void unbindDevices(Devices service) {
        devices.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindHistory(History service) {
        history.set(service);
    }

    void unbindHistory(History service) {
        history.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPlugins(Plugins service) {
        plugins.set(service);
    }

    void unbindPlugins(Plugins service) {
        plugins.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTokens(Tokens service) {
        tokens.set(service);
    }

    void unbindTokens(Tokens service) {
        tokens.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSupport(Support service) {
        support.set(service);
    }

    void unbindSupport(Support service) {
        support.unset(service);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindView(View view, Map<String, ?> properties) {
        views.add(view, properties);
    }

    void unbindView(View view) {
        views.remove(view);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        connections.add(connection);
    }

    void unbindConnection(Connection connection) {
        connections.remove(connection);
    }
}
