package pbx.transport;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** Third-party login tokens, from whoever the account says. Each works once, for 10 seconds: never kept. */
final class Tokens {
    private final Json json;
    private final Http http;

    Tokens(Json json, Http http) {
        this.json = json;
        this.http = http;
    }

    CompletableFuture<String> token(Account account) {
        if (account.credentials() instanceof Credentials.Broker broker) {
            return ofBroker(account, broker);
        }
        if (account.credentials() instanceof Credentials.Command command) {
            return TokenCommand.run(command, account)
                    .thenApply(printed -> token(account, printed, "the token command"));
        }
        if (account.credentials() instanceof Credentials.Admin admin) {
            return made(account, admin);
        }
        throw new IllegalArgumentException("a password needs no token");
    }

    private CompletableFuture<String> ofBroker(Account account, Credentials.Broker broker) {
        HttpRequest.Builder request = HttpRequest.newBuilder(broker.url()).GET();
        if (!broker.secret().isEmpty()) {
            request.header("Authorization", "Bearer " + broker.secret());
        }
        String who = "the token broker " + broker.url().getHost();
        return http.send(request).handle((answer, failure) -> {
            if (failure != null) {
                throw new PbxException(Reason.NOT_CONNECTED, who + " cannot be reached; trying again", failure);
            }
            if (answer.statusCode() / 100 == 5) {
                throw new PbxException(
                        Reason.NOT_CONNECTED, who + " has trouble (" + answer.statusCode() + "); trying again");
            }
            if (answer.statusCode() / 100 != 2) {
                throw refused(account, who + " answered " + answer.statusCode() + "; check token.url and its secret");
            }
            return token(account, answer.body(), who);
        });
    }

    /** Documented: step 1 of the third-party login, for one extension (protocol notes 1.3). */
    private CompletableFuture<String> made(Account account, Credentials.Admin admin) {
        String basic = Base64.getEncoder()
                .encodeToString((admin.name() + ":" + admin.password()).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> body = Map.of("name", "3rd", "username", account.extension(), "domain", account.tenant());
        return http.send(
                        account,
                        http.request(account, "/rest/system/session", "POST", body)
                                .header("Authorization", "Basic " + basic))
                .thenApply(answer -> made(account, answer));
    }

    private String made(Account account, HttpResponse<String> answer) {
        Problems.checkAble(answer.statusCode());
        if (answer.statusCode() == 404) { // observed
            throw refused(account, "the PBX knows no such tenant or extension");
        }
        if (answer.statusCode() / 100 != 2) {
            throw refused(account, Problems.refusal(answer.statusCode(), "wrong system administrator credentials"));
        }
        if (Boolean.FALSE.equals(json.value(answer.body()))) { // observed: not 401
            throw refused(account, "wrong system administrator credentials, or they are not allowed to make tokens");
        }
        return token(account, answer.body(), "the PBX");
    }

    /** Documented as a quoted text; plain text and an object are taken too, as one client does. */
    private String token(Account account, String answer, String from) {
        Object value = json.value(answer);
        Optional<String> token = value instanceof Map<?, ?> object
                ? Stream.of("session", "value", "token")
                        .map(object::get)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .findFirst()
                : value instanceof String text
                        ? Optional.of(text)
                        : value == null || value instanceof Number ? Optional.of(answer.strip()) : Optional.empty();
        return token.filter(t -> t.matches("[\\x21-\\x7e]{1,512}"))
                .orElseThrow(() -> refused(account, from + " gave no token"));
    }

    static PbxException refused(Account account, String why) {
        return new PbxException(Reason.REFUSED, account.label() + " cannot log in: " + why);
    }
}
