package pbx.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;

/** A whole board, cranked by hand, with one own account: extension 501. */
final class Desk {
    static final AccountId MINE = new AccountId("demo");
    private static final ObjectMapper JSON = new ObjectMapper();

    final HandCranked writer = new HandCranked();
    final FakeConnection connection = new FakeConnection();
    final PresenceBoard board = new PresenceBoard(writer);
    private Optional<ConnectionStatus> told = Optional.empty();

    /** The connection is there, and open. */
    Desk connected() {
        board.bindConnection(connection);
        state(ConnectionState.REGISTERED);
        return this;
    }

    /** The first is the replay. */
    void state(ConnectionState state) {
        connection.state = state;
        ConnectionChange change = new ConnectionChange(told, connection.status());
        told = Optional.of(change.after());
        board.connectionChanged(change);
        writer.run();
    }

    void receive(Message message) {
        board.received(MINE, message);
        writer.run();
    }

    void receive(String json) {
        receive(Message.from(object(json)));
    }

    void pass(Duration time) {
        writer.pass(time);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    static Map<String, Object> object(String json) {
        return (Map<String, Object>) value(json);
    }

    static Object value(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    Presence of(String number) {
        return board.views().find(MINE, number).orElseThrow(() -> new AssertionError(number + " is not in " + shown()));
    }

    /** Everybody in one line each. */
    Map<String, String> shown() {
        return board.views().list().stream().collect(Collectors.toMap(Presence::number, Desk::line));
    }

    /** For example {@code EXTENSION TALKING registered dnd online "Eve" with Bob<501> other {code=busy}}. */
    static String line(Presence p) {
        String with = p.with().stream()
                .map(who -> who.name() + "<" + who.number() + ">")
                .collect(Collectors.joining(","));
        return p.kind()
                + " "
                + p.state()
                + (p.registered() ? " registered" : "")
                + (p.dnd() ? " dnd" : "")
                + (p.available() ? " online" : "")
                + " \""
                + p.name()
                + "\""
                + (with.isEmpty() ? "" : " with " + with)
                + (p.other().isEmpty() ? "" : " other " + new java.util.TreeMap<>(p.other()));
    }
}
