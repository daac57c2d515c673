package pbx.callcontrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.AccountId;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;

/** Remembers what was sent. */
final class FakeConnection implements Connection {
    final List<Message> sent = new ArrayList<>();
    ConnectionState state = ConnectionState.REGISTERED;

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
                Optional.empty());
    }

    @Override
    public CompletionStage<Void> send(Message message) {
        sent.add(message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Object> ask(String method, String path, Map<String, Object> body) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    List<String> kinds() {
        return sent.stream().map(Message::kind).toList();
    }

    Message last(String kind) {
        return sent.stream()
                .filter(m -> m.kind().equals(kind))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError("no " + kind + " was sent, but " + kinds()));
    }
}
