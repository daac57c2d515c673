package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Dnd;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.wire.Json;
import pbx.simulator.wire.UnknownAnswers;

/** {@code /rest/user/EXT@DOMAIN/...}: what a user reads and sets. */
final class UserResource {
    private static final int LONGEST_REASON = 100;

    private final Exchange exchange;
    private final Login login;

    UserResource(Exchange exchange, Login login) {
        this.exchange = exchange;
        this.login = login;
    }

    CompletableFuture<Reply> reply(Ask ask) {
        Optional<Rights> rights = login.session(ask.session()).or(() -> login.basic(ask.authorization()));
        Optional<String> user = login.extension(ask.path().get(2));
        if (rights.isEmpty()) {
            return now(401);
        }
        if (user.isEmpty()) {
            return now(404);
        }
        return rights.get().mayActFor(user.get()) ? reply(ask, user.get()) : now(403);
    }

    private CompletableFuture<Reply> reply(Ask ask, String user) {
        return switch (ask.method() + " " + ask.path().get(3)) {
            case "GET dnd" -> exchange.dnd(user).thenApply(UserResource::dnd);
            case "POST dnd" -> ask.json().map(body -> disturb(user, body)).orElse(now(400));
            case "GET calls" -> exchange.calls(user).thenApply(Reply::json);
            default -> now(404);
        };
    }

    private CompletableFuture<Reply> disturb(String user, ObjectNode body) {
        if (!body.has("state")) {
            return now(400);
        }
        String reason = Json.text(body.get("reason"));
        Dnd wanted =
                new Dnd(Json.flag(body.get("state")), reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        return exchange.dnd(user, wanted, time(Json.text(body.get("expires")))).thenApply(UserResource::dnd);
    }

    private static Duration time(String seconds) {
        return seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private static Reply dnd(Dnd dnd) {
        return Reply.json(UnknownAnswers.dnd(dnd.on(), dnd.reason()).toString());
    }

    private static CompletableFuture<Reply> now(int status) {
        return CompletableFuture.completedFuture(Reply.status(status));
    }
}
