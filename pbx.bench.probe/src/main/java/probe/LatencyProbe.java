package probe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;

/** A plugin that hears of presence: of the scenario {@code latency} it answers every change with its stamp. */
@Component(immediate = true)
public final class LatencyProbe implements PresenceListener, ConnectionListener {
    private final boolean answers = System.getProperty("pbx.bench.scenario", "").equals("latency");
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        connections.add(connection);
    }

    void unbindConnection(Connection connection) {
        connections.remove(connection);
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        if (answers && change.after().state() == ConnectionState.REGISTERED) {
            say(Message.of("bench-ready"));
        }
    }

    @Override
    public void presenceChanged(PresenceChange change) {
        if (answers) {
            change.after()
                    .map(presence -> presence.other().get("tag"))
                    .ifPresent(stamp -> say(Message.of("bench-ack", "stamp", Integer.parseInt(stamp))));
        }
    }

    private void say(Message message) {
        connections.forEach(connection -> connection.send(message));
    }
}
