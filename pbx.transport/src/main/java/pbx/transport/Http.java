package pbx.transport;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** HTTP to the PBXs of all accounts, verified as each says: one client, with its threads, for each way of verifying. */
final class Http implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int THREADS = 4;

    private final Json json;
    private final Trust trust;
    private final ThreadPoolExecutor threads = threads();
    private HttpClient plain;
    private final Map<Tls, Trusting> trusting = new HashMap<>();

    /** @param context as it was when the client was made */
    private record Trusting(SSLContext context, HttpClient client) {}

    Http(Json json, Trust trust) {
        this.json = json;
        this.trust = trust;
    }

    /** A JSON request to the PBX. */
    HttpRequest.Builder request(Account account, String path, String method, Map<String, Object> body) {
        return HttpRequest.newBuilder(account.rest(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json.text(body)));
    }

    /** Any answer, or NOT_CONNECTED with the reason in words. */
    CompletableFuture<HttpResponse<String>> send(Account account, HttpRequest.Builder request) {
        return send(account, request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The same for a body that is no text. */
    <T> CompletableFuture<HttpResponse<T>> send(Account account, HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return client(account).sendAsync(request.build(), handler).exceptionally(e -> {
                throw new PbxException(Reason.NOT_CONNECTED, Problems.of(account, e), e);
            });
        } catch (IOException | GeneralSecurityException e) {
            return CompletableFuture.failedFuture(new PbxException(Reason.NOT_CONNECTED, Problems.of(account, e), e));
        }
    }

    /** To anybody else than the PBX: verified by the JVM's own trust store. */
    CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return plain().sendAsync(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** How the account's socket is verified: the same way as its login was. */
    Optional<SSLContext> tls(Account account) {
        try {
            return account.tls().usual() ? Optional.empty() : Optional.of(trust.context(account.tls()));
        } catch (IOException | GeneralSecurityException e) {
            throw new PbxException(Reason.NOT_CONNECTED, Problems.of(account, e), e);
        }
    }

    private synchronized HttpClient client(Account account) throws IOException, GeneralSecurityException {
        if (account.tls().usual()) {
            return plain();
        }
        SSLContext context = trust.context(account.tls());
        Trusting known = trusting.get(account.tls());
        if (known == null || known.context() != context) {
            known = new Trusting(context, builder().sslContext(context).build());
            trusting.put(account.tls(), known);
        }
        return known.client();
    }

    private synchronized HttpClient plain() {
        plain = plain != null ? plain : builder().build();
        return plain;
    }

    private HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .executor(threads);
    }

    /** What was asked already is still answered; but no idle thread keeps the classes of a bundle that was replaced. */
    @Override
    public void close() {
        threads.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
    }

    /** Few, however many accounts answer at once; what they do never waits. They end by themselves when nothing comes. */
    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "HttpClient of pbx.transport");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
