package pbx.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.Calls;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionStatus;
import pbx.api.presence.Presence;
import pbx.api.presence.Presences;

/** The services behind the interface, as they are at this moment. One that is away fails the request with STOPPED. */
@Component(service = Phone.class)
public final class Phone {
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final AtomicReference<Calls> calls = new AtomicReference<>();
    private final AtomicReference<Presences> presences = new AtomicReference<>();

    /** Ordered by name. */
    public List<ConnectionStatus> accounts() {
        return connections.stream()
                .map(Connection::status)
                .sorted(Comparator.comparing(status -> status.account().value()))
                .toList();
    }

    public Calls calls() {
        return present(calls.get(), "call control");
    }

    public Presences presences() {
        return present(presences.get(), "presence");
    }

    /** Of call control that is away, none: it tells them again when it is back. */
    public List<Call> callsNow() {
        return Optional.ofNullable(calls.get()).map(Calls::list).orElse(List.of());
    }

    /** As {@link #callsNow()}. */
    public List<Presence> presencesNow() {
        return Optional.ofNullable(presences.get()).map(Presences::list).orElse(List.of());
    }

    private static <T> T present(T service, String name) {
        if (service == null) {
            throw new PbxException(PbxException.Reason.STOPPED, name + " is not running: try again in a moment");
        }
        return service;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindConnection(Connection service) {
        connections.add(service);
    }

    public void unbindConnection(Connection service) {
        connections.remove(service);
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
}
