package pbx.simulator.http;

import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Exchange;

/** Past calls, voice messages and conversations of a user. */
final class RecordParts {
    private static final int WITH_ID = 5;
    private static final int LONGEST = 4000;

    private final Exchange exchange;

    RecordParts(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A POST deletes a past call, or says that it was looked at; all of them where no {@code id} is given. */
    CompletableFuture<Reply> history(Ask ask, String user) {
        return switch (ask.method()) {
            case "GET" -> exchange.records().history(user).thenApply(Reply::json);
            case "POST" -> edit(ask, user).thenApply(done -> Reply.json("true"));
            default -> Reply.now(405);
        };
    }

    /** A POST writes a line and answers with its bare number. */
    CompletableFuture<Reply> chat(Ask ask, String user) {
        String with = ask.parameter("number");
        return switch (ask.method()) {
            case "GET" -> exchange.records().chat(user, with).thenApply(Reply::json);
            case "POST" -> {
                String text = ask.json().map(body -> body.path("text").asText()).orElse("");
                yield text.isBlank() || text.length() > LONGEST
                        ? Reply.now(400)
                        : exchange.records().write(user, with, text).thenApply(Reply::json);
            }
            default -> Reply.now(405);
        };
    }

    private CompletableFuture<Void> edit(Ask ask, String user) {
        boolean delete = ask.json()
                .filter(body -> body.path("deleted").asBoolean())
                .filter(body -> !ask.parameter("id").isEmpty())
                .isPresent();
        return delete
                ? exchange.records().deleteHistory(user, ask.parameter("id"))
                : exchange.records().readHistory(user, ask.parameter("id"));
    }

    /** Without a page it is counts alone. That DELETE deletes is a guess. */
    CompletableFuture<Reply> messages(Ask ask, String user) {
        if (ask.method().equals("DELETE")) {
            return exchange.records()
                    .deleteMessage(user, ask.parameter("id"))
                    .thenApply(there -> there ? Reply.json("true") : Reply.status(404));
        }
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
