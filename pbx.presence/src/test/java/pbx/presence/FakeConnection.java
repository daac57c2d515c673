package pbx.presence;

import java.util.ArrayList;
import java.util.HashMap;
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
import pbx.api.connection.Message;

/** Remembers what was sent and asked, and answers what it was given answers for; those may be stages. */
final class FakeConnection implements Connection {
    final List<Message> sent = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final Map<String, Object> answers = new HashMap<>();
    ConnectionState state = ConnectionState.REGISTERED;

    @Override
    public AccountId account() {
        return new AccountId("demo");
    }

    @Override
    public ConnectionStatus status() {
        return new ConnectionStatus(
                account(),
                "501@tenant.example",
                "501",
                "tenant.example",
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
        asked.add(method + " " + path + (body.isEmpty() ? "" : " " + body));
        if (answers.get(path) instanceof CompletableFuture<?> later) {
            return later.thenApply(answer -> answer);
        }
        return answers.containsKey(path)
                ? CompletableFuture.completedFuture(answers.get(path))
                : CompletableFuture.failedFuture(new PbxException(Reason.REFUSED, "404"));
    }
}
