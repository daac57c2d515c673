package pbx.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
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

/** Extension 45's REST on an embedded PBX, with nothing but the JDK. */
record RestConnection(URI pbx) implements Connection {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public AccountId account() {
        return FakeConnection.MINE;
    }

    @Override
    public ConnectionStatus status() {
        return FakeConnection.status(ConnectionState.REGISTERED, Dialect.MODERN);
    }

    @Override
    public CompletionStage<Void> send(Message message) {
        return CompletableFuture.failedFuture(new PbxException(Reason.UNSUPPORTED, "there is no socket"));
    }

    @Override
    public CompletionStage<Object> ask(String method, String path, Map<String, Object> body) {
        return body(method, path, body, BodyHandlers.ofString()).thenApply(text -> {
            try {
                return JSON.readValue(text, Object.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public CompletionStage<byte[]> fetch(String path) {
        return body("GET", path, Map.of(), BodyHandlers.ofByteArray());
    }

    private <T> CompletableFuture<T> body(
            String method, String path, Map<String, Object> body, BodyHandler<T> handler) {
        String login = Base64.getEncoder().encodeToString("45@localhost:demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(pbx.resolve(path.replace("%s", "45%40localhost")))
                .header("Authorization", "Basic " + login)
                .method(
                        method,
                        HttpRequest.BodyPublishers.ofString(
                                JSON.valueToTree(body).toString()))
                .build();
        return HTTP.sendAsync(request, handler).thenApply(answer -> value(answer, method + " " + path));
    }

    private static <T> T value(HttpResponse<T> answer, String what) {
        if (answer.statusCode() / 100 != 2) {
            throw new PbxException(Reason.REFUSED, answer.statusCode() + " to " + what);
        }
        return answer.body();
    }
}
