package pbx.shell;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.AccountId;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;

record FakeConnection(ConnectionStatus status) implements Connection {
    @Override
    public AccountId account() {
        return status.account();
    }

    @Override
    public CompletionStage<Void> send(Message message) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Object> ask(String method, String path, Map<String, Object> body) {
        return CompletableFuture.completedStage(null);
    }
}
