package pbx.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import pbx.api.AccountId;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Dialect;
import pbx.api.connection.Message;

/** Remembers what was sent; each question is answered by the test. */
final class FakeConnection implements Connection {
    static final AccountId MINE = new AccountId("demo");

    /** What it is asked, as {@code METHOD path body}. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    Dialect dialect = Dialect.LEGACY;
    final List<Message> sent = new CopyOnWriteArrayList<>();
    private final BlockingQueue<CompletableFuture<Object>> questions = new LinkedBlockingQueue<>();

    /** The next question that was asked, or null if none comes. */
    CompletableFuture<Object> question() throws InterruptedException {
        return questions.poll(20, TimeUnit.SECONDS);
    }

    boolean unasked() {
        return questions.isEmpty();
    }

    static ConnectionStatus status(ConnectionState state) {
        return status(state, Dialect.LEGACY);
    }

    static ConnectionStatus status(ConnectionState state, Dialect dialect) {
        return new ConnectionStatus(
                MINE,
                "45@localhost",
                "45",
                "localhost",
                "https://pbx.example",
                state,
                true,
                Optional.empty(),
                dialect,
                "",
                Optional.empty());
    }

    static ConnectionChange change(ConnectionState state) {
        return new ConnectionChange(Optional.empty(), status(state));
    }

    @Override
    public AccountId account() {
        return MINE;
    }

    @Override
    public ConnectionStatus status() {
        return status(ConnectionState.REGISTERED, dialect);
    }

    @Override
    public CompletionStage<Void> send(Message message) {
        sent.add(message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Object> ask(String method, String path, Map<String, Object> body) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        requests.add(method + " " + path + " " + body.getOrDefault("text", ""));
        questions.add(answer);
        return answer;
    }
}
