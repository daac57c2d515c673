package probe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.AccountId;
import pbx.api.connection.Connection;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;

/** A plugin that hears the wire: of the scenario {@code wire WINDOW} it answers every so many messages. */
@Component(
        immediate = true,
        property = {
            MessageListener.KINDS + "=user-state",
            MessageListener.KINDS + "=blf",
            MessageListener.KINDS + "=call-state",
            MessageListener.KINDS + "=sip-register"
        })
public final class WireProbe implements MessageListener {
    private final int window = Wire.window(System.getProperty("pbx.bench.scenario", ""));
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private int heard;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        connections.add(connection);
    }

    void unbindConnection(Connection connection) {
        connections.remove(connection);
    }

    @Override
    public void received(AccountId account, Message message) {
        if (window == 0) {
            return;
        }
        if (message.kind().equals("sip-register")) {
            say(account, Message.of("bench-ready"));
        } else if (++heard % window == 0) {
            say(account, Message.of("bench-ack", "stamp", heard));
        }
    }

    private void say(AccountId account, Message message) {
        connections.stream().filter(c -> c.account().equals(account)).forEach(c -> c.send(message));
    }
}
