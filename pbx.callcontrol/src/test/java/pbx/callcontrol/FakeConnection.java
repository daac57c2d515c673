package pbx.callcontrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Dialect;
import pbx.api.connection.Message;

/** Remembers what was sent and asked. */
final class FakeConnection implements Connection {
    final List<Message> sent = new ArrayList<>();
    final List<Request> asked = new ArrayList<>();
    ConnectionState state = ConnectionState.REGISTERED;
    Dialect dialect = Dialect.LEGACY;
    String country = "";
    int urged;
    /** What sending waits for, once the message is noted. */
    CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
    /** What the PBX says over REST. */
    CompletableFuture<Object> answer = CompletableFuture.completedFuture(true);

    @Override
    public AccountId account() {
        return new AccountId("demo");
    }

    @Override
    public ConnectionStatus status() {
        return new ConnectionStatus(
                account(),
                "45@localhost",
                "45",
                "localhost",
                "https://pbx.example",
                state,
                true,
                Optional.empty(),
                dialect,
                country,
                Optional.empty());
    }

    @Override
    public void urgent() {
        urged++;
    }

    @Override
    public CompletionStage<Void> send(Message message) {
        if (!state.open()) {
            return CompletableFuture.failedFuture(new PbxException(Reason.NOT_CONNECTED, "not connected"));
        }
        sent.add(message);
        return sending;
    }

    @Override
    public CompletionStage<Object> ask(String method, String path, Map<String, Object> body) {
        asked.add(new Request(method, path, body));
        return answer;
    }

    List<String> kinds() {
        return sent.stream().map(Message::kind).toList();
    }

    long count(String kind) {
        return kinds().stream().filter(kind::equals).count();
    }

    Message last(String kind) {
        return sent.stream()
                .filter(m -> m.kind().equals(kind))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError("no " + kind + " was sent, but " + kinds()));
    }

    Request lastAsked() {
        return asked.get(asked.size() - 1);
    }
}
