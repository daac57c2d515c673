package pbx.transport;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/**
 * HTTP to the PBX: the password login and REST. The login form is vendor code of 2015 and clients since; it is not proven
 * against PBX 70 (protocol notes 1.2), so it is kept in this one class.
 */
final class Login {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern VERSION = Pattern.compile("PBX/([\\d.]+)");
    private static final Pattern COOKIE = Pattern.compile("\\bsession=([^;\\s]+)");

    private final Json json;
    private final Trust trust;
    private HttpClient plain;
    private HttpClient trusting;
    private SSLContext trusted;

    Login(Json json, Trust trust) {
        this.json = json;
        this.trust = trust;
    }

    /** A fresh session, or REFUSED (wrong credentials), or NOT_CONNECTED (no answer; the message says why). */
    CompletableFuture<Session> login(Account account) {
        // vendor code and clients: account, blank, lowercase hex MD5 of the password; no salt
        String value = account.label() + " " + (account.password().isEmpty() ? "" : md5(account.password()));
        HttpRequest.Builder request = HttpRequest.newBuilder(account.rest("/rest/system/session"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json.text(Map.of("name", "auth", "value", value))));
        return send(account, request).thenApply(answer -> session(account, answer));
    }

    /** One REST request in a session; see {@link pbx.api.connection.Connection#ask}. */
    CompletableFuture<Object> ask(
            Account account, Session session, String method, String path, Map<String, Object> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(account.rest(path))
                .timeout(PATIENCE)
                .header("Cookie", session.cookie())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json.text(body)));
        return send(account, request).thenApply(answer -> {
            if (answer.statusCode() / 100 != 2) {
                throw new PbxException(
                        Reason.REFUSED, "the PBX answered " + answer.statusCode() + " to " + method + " " + path);
            }
            return json.value(answer.body());
        });
    }

    /** How the account's socket is verified: the same way as its login was. */
    Optional<SSLContext> tls(Account account) {
        try {
            return account.trust().isEmpty()
                    ? Optional.empty()
                    : Optional.of(trust.context(account.trust().get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new PbxException(Reason.NOT_CONNECTED, Problems.of(account, e), e);
        }
    }

    private CompletableFuture<HttpResponse<String>> send(Account account, HttpRequest.Builder request) {
        try {
            return client(account)
                    .sendAsync(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .exceptionally(e -> {
                        throw new PbxException(Reason.NOT_CONNECTED, Problems.of(account, e), e);
                    });
        } catch (IOException | GeneralSecurityException e) {
            return CompletableFuture.failedFuture(new PbxException(Reason.NOT_CONNECTED, Problems.of(account, e), e));
        }
    }

    private synchronized HttpClient client(Account account) throws IOException, GeneralSecurityException {
        if (account.trust().isEmpty()) {
            plain = plain != null
                    ? plain
                    : HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            return plain;
        }
        SSLContext context = trust.context(account.trust().get());
        if (trusting == null || context != trusted) {
            trusted = context;
            trusting = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .sslContext(context)
                    .build();
        }
        return trusting;
    }

    private Session session(Account account, HttpResponse<String> answer) {
        boolean ok = answer.statusCode() / 100 == 2;
        // failure is 200 with the empty string (vendor code); false, null and nothing are taken for the same
        if (!ok || !(json.value(answer.body()) instanceof String id) || id.isEmpty()) {
            throw new PbxException(
                    Reason.REFUSED,
                    "the PBX refused " + account.label()
                            + (ok || answer.statusCode() == 401
                                    ? ": wrong password or extension; correct it in the account's configuration"
                                    : " with HTTP status " + answer.statusCode()));
        }
        return new Session("session=" + cookie(answer).orElse(id), version(answer));
    }

    /** Always the cookie's value where there is one: it may differ from what the body says (protocol notes 1.3). */
    private static Optional<String> cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(COOKIE::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .findFirst();
    }

    private static Optional<String> version(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Server")
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
