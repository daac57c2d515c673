package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.ThirdPartyControl;
import pbx.simulator.wire.Json;

/**
 * {@code calls}: which there are, and what is to be done with them. The key of the body chooses. [I] The answer is {@code true},
 * or {@code false} where it cannot be done and the call stays as it was; a call that is not there is 404.
 */
final class CallsPart implements UserResource.Part {
    private static final int NO_SUCH_CALL = 481;
    private static final int NOT_FOUND = 404;

    private final Exchange exchange;
    private final Map<String, BiFunction<String, ObjectNode, CompletableFuture<Integer>>> verbs = new LinkedHashMap<>();

    CallsPart(Exchange exchange) {
        this.exchange = exchange;
        ThirdPartyControl control = exchange.thirdParty();
        verbs.put("hangup", (user, body) -> control.hangUp(user, text(body, "hangup")));
        verbs.put("reject", (user, body) -> control.reject(user, text(body, "reject")));
        verbs.put("transfer", (user, body) -> transfer(control, user, body));
        verbs.put("remote-dial", (user, body) -> control.dial(user, text(body, "remote-dial"))
                .thenApply(id -> 0));
        verbs.put("remote-answer", (user, body) -> control.answer(user, text(body, "remote-answer")));
        verbs.put("remote-hold", (user, body) -> control.hold(user, text(body, "remote-hold"), true));
        verbs.put("remote-resume", (user, body) -> control.hold(user, text(body, "remote-resume"), false));
    }

    private static CompletableFuture<Integer> transfer(ThirdPartyControl control, String user, ObjectNode body) {
        String call = text(body, "transfer");
        return body.has("id")
                ? control.join(user, call, text(body, "id"))
                : control.transfer(user, call, text(body, "number"));
    }

    @Override
    public CompletableFuture<Reply> reply(Ask ask, String user) {
        return switch (ask.method()) {
            case "GET" -> exchange.calls(user).thenApply(Reply::json);
            case "POST" -> ask.json().map(body -> run(user, body)).orElse(Reply.now(400));
            default -> Reply.now(405);
        };
    }

    private CompletableFuture<Reply> run(String user, ObjectNode body) {
        return verbs.keySet().stream()
                .filter(verb -> !text(body, verb).isEmpty())
                .findFirst()
                .map(verb -> verbs.get(verb).apply(user, body).thenApply(CallsPart::told))
                .orElse(Reply.now(400));
    }

    private static Reply told(int refusal) {
        return refusal == NO_SUCH_CALL ? Reply.status(NOT_FOUND) : Reply.json(Boolean.toString(refusal == 0));
    }

    private static String text(ObjectNode body, String name) {
        return Json.text(body.get(name));
    }
}
