package pbx.transport;

import java.net.http.HttpRequest;
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
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/**
 * Getting a session, and REST in it. The password form is vendor code of 2015 and clients since; it is not proven against
 * PBX 70 (protocol notes 1.2). The token form is documented (1.3).
 */
final class Login {
    private static final String RESOURCE = "/rest/system/session";
    private static final Pattern VERSION = Pattern.compile("PBX/([\\d.]+)");
    private static final Pattern COOKIE = Pattern.compile("\\bsession=([^;\\s]+)");

    private final Json json;
    private final Http http;
    private final Tokens tokens;

    Login(Json json, Http http) {
        this.json = json;
        this.http = http;
        this.tokens = new Tokens(json, http);
    }

    /** A fresh session, or REFUSED (wrong credentials), or NOT_CONNECTED (no answer; the message says why). */
    CompletableFuture<Session> login(Account account, Duration patience) {
        CompletableFuture<Session> session = account.credentials() instanceof Credentials.Password own
                ? password(account, own.password(), patience)
                : tokens.token(account).thenCompose(token -> redeemed(account, token, patience));
        return session.thenCompose(known -> versioned(account, known));
    }

    private CompletableFuture<Session> password(Account account, String password, Duration patience) {
        // vendor code and clients: account, blank, lowercase hex MD5 of the password; no salt
        String value = account.label() + " " + (password.isEmpty() ? "" : md5(password));
        Map<String, Object> body = Map.of("name", "auth", "value", value);
        return http.send(account, http.request(account, RESOURCE, "PUT", body).timeout(patience))
                // one newer client posts; where PUT is not known, so do we
                .thenCompose(answer -> answer.statusCode() == 405
                        ? http.send(
                                account,
                                http.request(account, RESOURCE, "POST", body).timeout(patience))
                        : CompletableFuture.completedFuture(answer))
                .thenApply(answer -> session(account, answer));
    }

    private CompletableFuture<Session> redeemed(Account account, String token, Duration patience) {
        Map<String, Object> body = Map.of("name", "session", "value", token);
        return http.send(account, http.request(account, RESOURCE, "POST", body).timeout(patience))
                .thenApply(answer -> {
                    Problems.checkAble(answer.statusCode());
                    // documented: true and a cookie, or false and none
                    String cookie = cookie(answer)
                            .filter(found -> Boolean.TRUE.equals(json.value(answer.body())))
                            .orElseThrow(() -> refused(
                                    account,
                                    "the PBX did not accept the login token (" + answer.statusCode()
                                            + "): it lives 10 seconds and works once"));
                    return new Session("session=" + cookie, version(answer));
                });
    }

    /** One REST request in a session; see {@link pbx.api.connection.Connection#ask}. */
    CompletableFuture<HttpResponse<String>> ask(
            Account account, Session session, String method, String path, Map<String, Object> body) {
        return http.send(account, http.request(account, path, method, body).header("Cookie", session.cookie()));
    }

    /** A file in a session; see {@link pbx.api.connection.Connection#fetch}. */
    CompletableFuture<HttpResponse<byte[]>> fetch(Account account, Session session, String path) {
        HttpRequest.Builder request = http.request(account, path, "GET", Map.of());
        return http.send(account, request.header("Cookie", session.cookie()), BodyHandlers.ofByteArray());
    }

    private Session session(Account account, HttpResponse<String> answer) {
        Object body = json.value(answer.body());
        if (SecondFactor.wanted(body)) {
            throw refused(account, SecondFactor.MESSAGE);
        }
        Problems.checkAble(answer.statusCode());
        boolean ok = answer.statusCode() / 100 == 2;
        // failure is 200 with the empty string (vendor code); false, null and nothing are taken for the same
        if (!ok || !(body instanceof String id) || id.isEmpty()) {
            throw refused(account, ok ? WRONG : Problems.refusal(answer.statusCode(), WRONG));
        }
        return new Session("session=" + cookie(answer).orElse(id), version(answer));
    }

    private static final String WRONG = "wrong password or extension; correct it in the account's configuration";

    private static PbxException refused(Account account, String why) {
        return new PbxException(Reason.REFUSED, "the PBX refused " + account.label() + ": " + why);
    }

    /** Reported: some answers leave the version out, and that to {@code GET /} then has it (protocol notes 1.6). */
    private CompletableFuture<Session> versioned(Account account, Session session) {
        if (session.version().isPresent() || account.dialect().isPresent()) {
            return CompletableFuture.completedFuture(session);
        }
        return http.send(account, http.request(account, "/", "GET", Map.of()))
                .handle((answer, failure) ->
                        failure == null ? new Session(session.cookie(), version(answer)) : session);
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
