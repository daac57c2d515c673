package pbx.transport;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;
import pbx.websocket.JettyWebSockets;

/** The transport as it runs in the platform, on real sockets, with listeners that remember. */
final class Desk implements AutoCloseable {
    final JettyWebSockets sockets = new JettyWebSockets();
    final ConnectionBoard board = new ConnectionBoard();
    final BlockingQueue<ConnectionStatus> states = new LinkedBlockingQueue<>();
    final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    Desk() {
        this("*");
    }

    Desk(String... kinds) {
        board.watch(change -> states.add(change.after()), "test");
        board.listen((account, message) -> messages.add(message), "test", Set.of(kinds));
    }

    static AccountConfig config(Map<String, Object> settings) {
        return (AccountConfig) Proxy.newProxyInstance(
                Desk.class.getClassLoader(),
                new Class<?>[] {AccountConfig.class},
                (proxy, method, arguments) -> settings.getOrDefault(
                        method.getName(), method.getDefaultValue() == null ? "" : method.getDefaultValue()));
    }

    static Account account(Map<String, Object> settings) {
        return Account.of(config(settings), Map.of("service.pid", "pbx.account~test"));
    }

    static Map<String, Object> settings(int port, Object... namesAndValues) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "server",
                "http://127.0.0.1:" + port,
                "tenant",
                "tenant.example",
                "extension",
                "501",
                "_password",
                "pw"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return settings;
    }

    VodiaConnection connect(String name, Map<String, Object> settings) {
        return new VodiaConnection(board, sockets, config(settings), Map.of("service.pid", "pbx.account~" + name));
    }

    ConnectionStatus await(ConnectionState state) throws InterruptedException {
        return await(status -> status.state() == state, state.toString());
    }

    ConnectionStatus await(Predicate<ConnectionStatus> wanted, String what) throws InterruptedException {
        ConnectionStatus last = null;
        for (ConnectionStatus status = poll(); status != null; status = poll()) {
            last = status;
            if (wanted.test(status)) {
                return status;
            }
        }
        throw new AssertionError("waited in vain for " + what + "; the last was " + last);
    }

    private ConnectionStatus poll() throws InterruptedException {
        return states.poll(20, TimeUnit.SECONDS);
    }

    /** Signs in and is confirmed. */
    TestPbx.Wire register(TestPbx pbx) throws Exception {
        TestPbx.Wire wire = pbx.socket();
        wire.text("{\"action\":\"sip-register\",\"add\":\"ws:127.0.0.1:1\",\"expires\":3600}");
        await(ConnectionState.REGISTERED);
        return wire;
    }

    @Override
    public void close() throws Exception {
        board.stop();
        var stop = JettyWebSockets.class.getDeclaredMethod("stop");
        stop.setAccessible(true);
        stop.invoke(sockets);
    }
}
