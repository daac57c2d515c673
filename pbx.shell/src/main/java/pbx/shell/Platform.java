package pbx.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
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
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile Calls calls;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile Presences presences;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile Media media;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile Devices devices;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile History history;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile Plugins plugins;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile Tokens tokens;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    volatile Support support;

    @Reference
    volatile List<Connection> connections = List.of();

    private final Views views = new Views();

    Calls calls() {
        return present(calls, "call control");
    }

    Presences presences() {
        return present(presences, "presence");
    }

    Media media() {
        return present(media, "audio");
    }

    Devices devices() {
        return present(devices, "audio");
    }

    History history() {
        return present(history, "the history");
    }

    Plugins plugins() {
        return present(plugins, "the plugin deployer");
    }

    Tokens tokens() {
        return present(tokens, "the REST interface");
    }

    Support support() {
        return present(support, "the health bundle");
    }

    Views views() {
        return views;
    }

    /** Ordered by name. */
    List<ConnectionStatus> accounts() {
        return connections.stream()
                .map(Connection::status)
                .sorted(Comparator.comparing(s -> s.account().value()))
                .toList();
    }

    @Deactivate
    void stop() {
        views.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindView(View view, Map<String, ?> properties) {
        views.add(view, properties);
    }

    void unbindView(View view) {
        views.remove(view);
    }

    /** @param name what the user calls the service, for example {@code call control} */
    private static <T> T present(T service, String name) {
        if (service == null) {
            throw new PbxException(
                    Reason.STOPPED, name + " is not running: try again in a moment, then look for its bundle");
        }
        return service;
    }
}
