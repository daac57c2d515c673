package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Dnd;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.wire.Json;
import pbx.simulator.wire.UnknownAnswers;

/** {@code dnd}: do not disturb. */
final class DndPart implements UserResource.Part {
    private static final int LONGEST_REASON = 100;

    private final Exchange exchange;

    DndPart(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public CompletableFuture<Reply> reply(Ask ask, String user) {
        return switch (ask.method()) {
            case "GET" -> exchange.dnd(user).thenApply(DndPart::dnd);
            case "POST" -> ask.json().map(body -> disturb(user, body)).orElse(Reply.now(400));
            default -> Reply.now(405);
        };
    }

    private CompletableFuture<Reply> disturb(String user, ObjectNode body) {
        if (!body.has("state")) {
            return Reply.now(400);
        }
        String reason = Json.text(body.get("reason"));
        Dnd wanted =
                new Dnd(Json.flag(body.get("state")), reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        return exchange.dnd(user, wanted, time(Json.text(body.get("expires")))).thenApply(DndPart::dnd);
    }

    private static Duration time(String seconds) {
        return seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private static Reply dnd(Dnd dnd) {
        return Reply.json(UnknownAnswers.dnd(dnd.on(), dnd.reason()).toString());
    }
}
