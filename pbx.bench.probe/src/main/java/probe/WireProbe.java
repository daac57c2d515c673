package probe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.AccountId;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;

/**
 * A plugin that hears the wire and answers on it: of the scenario {@code wire WINDOW} every so many messages, of {@code latency}
 * every change of presence by its stamp.
 */
@Component(
        immediate = true,
        property = {
            MessageListener.KINDS + "=user-state",
            MessageListener.KINDS + "=blf",
            MessageListener.KINDS + "=call-state"
        })
public final class WireProbe implements ConnectionListener, MessageListener, PresenceListener {
    private final String scenario = System.getProperty("pbx.bench.scenario", "");
    private final int window = Wire.window(scenario);
    private final boolean stamps = scenario.equals("latency");
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private int heard;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        connections.add(connection);
    }

    void unbindConnection(Connection connection) {
        connections.remove(connection);
    }

    /** A plugin may come after the log-in: how the connection stands it is told, what was said before it is not. */
    @Override
    public void connectionChanged(ConnectionChange change) {
        if (change.after().state() == ConnectionState.REGISTERED && (stamps || window > 0)) {
            say(Message.of("bench-ready"));
        }
    }

    @Override
    public void received(AccountId account, Message message) {
        if (window > 0 && ++heard % window == 0) {
            say(Message.of("bench-ack", "stamp", heard));
        }
    }

    @Override
    public void presenceChanged(PresenceChange change) {
        if (stamps) {
            change.after()
                    .map(presence -> presence.other().get("tag"))
                    .ifPresent(stamp -> say(Message.of("bench-ack", "stamp", Integer.parseInt(stamp))));
        }
    }

    /** The scenarios that answer have one account. */
    private void say(Message message) {
        connections.forEach(connection -> connection.send(message));
    }
}
