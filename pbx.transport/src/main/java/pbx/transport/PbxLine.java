package pbx.transport;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.socket.WebSockets;

/** One account's line to a real PBX. */
final class PbxLine implements Line {
    private static final Duration PROBE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NO_SESSION = 401;

    private final Account account;
    private final WebSockets sockets;
    private final Json json;
    private final Http http;
    private final Login login;
    /**
     * The session that REST uses once the one that the socket was opened with has run out; not yet done while it is being
     * logged in for. Guarded by this.
     */
    private Optional<CompletableFuture<Session>> renewed = Optional.empty();

    PbxLine(Account account, WebSockets sockets, Json json, Http http) {
        this.account = account;
        this.sockets = sockets;
        this.json = json;
        this.http = http;
        this.login = new Login(json, http);
    }

    @Override
    public CompletableFuture<Session> login(Duration patience) {
        synchronized (this) {
            renewed = Optional.empty();
        }
        return login.login(account, patience);
    }

    /** The cookie is set here by ourselves: cookie stores drop {@code Secure} ones on {@code ws} (protocol notes 1.3). */
    @Override
    public CompletionStage<Void> open(Session session) {
        try {
            return sockets.open(name(), account.socket(), Map.of("Cookie", session.cookie()), http.tls(account));
        } catch (PbxException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public boolean isOpen() {
        return sockets.isOpen(name());
    }

    @Override
    public Optional<Duration> roundTrip() {
        return sockets.roundTrip(name());
    }

    @Override
    public Map<String, String> notes() {
        return sockets.notes(name());
    }

    @Override
    public void note(String key, String value) {
        sockets.note(name(), key, value);
    }

    @Override
    public CompletionStage<Void> send(String frame) {
        return sockets.send(name(), frame);
    }

    @Override
    public AutoCloseable attach(WebSockets.Receiver receiver) {
        return sockets.attach(name(), receiver);
    }

    @Override
    public void probe() {
        sockets.probe(name(), PROBE);
    }

    @Override
    public void close() {
        sockets.close(name());
    }

    @Override
    public CompletionStage<Object> ask(Session session, String method, String path, Map<String, Object> body) {
        return body(session, method + " " + path, present -> login.ask(account, present, method, path, body))
                .thenApply(json::value);
    }

    @Override
    public CompletionStage<byte[]> fetch(Session session, String path) {
        return body(session, "GET " + path, present -> login.fetch(account, present, path));
    }

    private <T> CompletionStage<T> body(
            Session session, String what, Function<Session, CompletableFuture<HttpResponse<T>>> request) {
        return present(session)
                .thenCompose(present -> request.apply(present)
                        .thenCompose(answer -> answer.statusCode() == NO_SESSION
                                ? renewed(present).thenCompose(request)
                                : CompletableFuture.completedFuture(answer)))
                .thenApply(answer -> body(answer, what));
    }

    private synchronized CompletableFuture<Session> present(Session first) {
        return renewed.filter(next -> !next.isCompletedExceptionally())
                .orElseGet(() -> CompletableFuture.completedFuture(first));
    }

    /** All that find the same session expired share one log-in; one that fails is not the last. */
    private synchronized CompletableFuture<Session> renewed(Session expired) {
        CompletableFuture<Session> next = renewed.filter(known -> !known.isCompletedExceptionally())
                .filter(known -> !expired.equals(known.getNow(null)))
                .orElseGet(() -> login.login(account, PATIENCE));
        renewed = Optional.of(next);
        return next;
    }

    private static <T> T body(HttpResponse<T> answer, String what) {
        if (answer.statusCode() / 100 != 2) {
            throw new PbxException(Reason.REFUSED, "the PBX answered " + answer.statusCode() + " to " + what);
        }
        return answer.body();
    }

    private String name() {
        return account.id().value();
    }
}
