package pbx.simulator.http;

import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Exchange;

/** Past calls and voice messages of a user. */
final class RecordParts {
    private static final int WITH_ID = 5;

    private final Exchange exchange;

    RecordParts(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A POST says that a past call was looked at; all of them where no {@code id} is given. */
    CompletableFuture<Reply> history(Ask ask, String user) {
        return switch (ask.method()) {
            case "GET" -> exchange.records().history(user).thenApply(Reply::json);
            case "POST" ->
                exchange.records().readHistory(user, ask.parameter("id")).thenApply(done -> Reply.json("true"));
            default -> Reply.now(405);
        };
    }

    /** Without a page it is counts alone. */
    CompletableFuture<Reply> messages(Ask ask, String user) {
        boolean rows = !ask.parameter("page").isEmpty();
        return ask.read(() -> exchange.records().messages(user, rows));
    }

    /** {@code message/ID}: the recording. */
    CompletableFuture<Reply> message(Ask ask, String user) {
        if (ask.path().size() != WITH_ID) {
            return Reply.now(404);
        }
        return exchange.records().message(user, ask.path().get(WITH_ID - 1)).thenApply(file -> file.map(Reply::wav)
                .orElse(Reply.status(404)));
    }
}
