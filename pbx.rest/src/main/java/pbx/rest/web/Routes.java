package pbx.rest.web;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static pbx.api.access.Role.OPERATOR;
import static pbx.api.access.Role.VIEWER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.access.Role;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.Rejection;
import pbx.api.presence.Presence;
import pbx.rest.Phone;
import pbx.rest.Shapes;

/** All that can be asked, save the events and the description. openapi.json lists the same; a test compares them. */
final class Routes {
    private static final String CALLS = "/accounts/{account}/calls";
    private static final String CALL = CALLS + "/{call}";
    private static final int MOST_PRESENCES = 1000;

    private final Phone phone;
    private final List<Route> all = new ArrayList<>();

    Routes(Phone phone) {
        this.phone = phone;
        add("GET", "/accounts", VIEWER, this::accounts);
        add("PUT", "/accounts/{account}/dnd", OPERATOR, this::dnd);
        add("GET", "/presence", VIEWER, this::presence);
        add("GET", "/calls", VIEWER, this::calls);
        add("GET", CALL, VIEWER, this::call);
        add("POST", CALLS, OPERATOR, this::dial);
        add(
                "DELETE",
                CALL,
                OPERATOR,
                ask -> done(phone.calls().hangUp(ask.only().call())));
        add(
                "POST",
                CALL + "/answer",
                OPERATOR,
                ask -> done(phone.calls().answer(ask.only().call())));
        add("POST", CALL + "/reject", OPERATOR, this::reject);
        add(
                "POST",
                CALL + "/hold",
                OPERATOR,
                ask -> done(phone.calls().hold(ask.only().call())));
        add(
                "POST",
                CALL + "/resume",
                OPERATOR,
                ask -> done(phone.calls().resume(ask.only().call())));
        add("POST", CALL + "/transfer", OPERATOR, this::transfer);
        add("POST", CALL + "/dtmf", OPERATOR, this::dtmf);
        add("POST", CALL + "/mute", OPERATOR, this::mute);
    }

    List<Route> all() {
        return List.copyOf(all);
    }

    private void add(String method, String path, Role role, Function<Ask, CompletionStage<Reply>> action) {
        all.add(new Route(method, path, role, action));
    }

    private CompletionStage<Reply> accounts(Ask ask) {
        return now(Map.of("accounts", phone.accounts().stream().map(Shapes::of).toList()));
    }

    private CompletionStage<Reply> dnd(Ask ask) {
        boolean on = ask.only("on").flag("on");
        return phone.presences().dnd(ask.account(), on).thenApply(shown -> Reply.ok(Shapes.of(shown)));
    }

    private CompletionStage<Reply> presence(Ask ask) {
        int most = ask.number("most", 100, MOST_PRESENCES);
        Optional<String> account = ask.parameter("account");
        Optional<String> number = ask.parameter("number");
        // all that are found where a filter comes after: those it leaves out must not take the others' places
        int enough = account.isEmpty() && number.isEmpty() ? most : Integer.MAX_VALUE;
        Stream<Presence> found = ask.parameter("search")
                .map(text -> phone.presences().search(text, enough).stream())
                .orElseGet(() -> phone.presences().list().stream());
        List<Map<String, Object>> shapes = found.filter(
                        p -> account.map(p.seenBy().value()::equals).orElse(true))
                .filter(p -> number.map(p.number()::equals).orElse(true))
                .limit(most)
                .map(Shapes::of)
                .toList();
        return now(Map.of("presences", shapes));
    }

    private CompletionStage<Reply> calls(Ask ask) {
        return now(Map.of("calls", phone.calls().list().stream().map(Shapes::of).toList()));
    }

    private CompletionStage<Reply> call(Ask ask) {
        CallId id = ask.call();
        return now(phone.calls().list().stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .map(Shapes::of)
                .orElseThrow(() ->
                        new PbxException(Reason.UNKNOWN_CALL, "there is no such call, or it has ended: GET /calls")));
    }

    private CompletionStage<Reply> dial(Ask ask) {
        String number = ask.only("number").text("number");
        return phone.calls().dial(ask.account(), number).thenApply(call -> new Reply(201, Shapes.of(call)));
    }

    private CompletionStage<Reply> reject(Ask ask) {
        ask.only("reason");
        boolean busy = ask.has("reason")
                && word(ask.text("reason"), "DECLINED", "BUSY").equals("BUSY");
        return done(phone.calls().reject(ask.call(), busy ? Rejection.BUSY : Rejection.DECLINED));
    }

    /** Blind with a number, attended with another call of the same account. */
    private CompletionStage<Reply> transfer(Ask ask) {
        ask.only("number", "consultation");
        if (ask.has("number") == ask.has("consultation")) {
            throw Ask.invalid("the body needs either \"number\" (blind) or \"consultation\": a call's id (attended)");
        }
        return done(
                ask.has("number")
                        ? phone.calls().transfer(ask.call(), ask.text("number"))
                        : phone.calls().transfer(ask.call(), new CallId(ask.account(), ask.text("consultation"))));
    }

    private CompletionStage<Reply> dtmf(Ask ask) {
        String digits = ask.only("digits").text("digits");
        if (!digits.matches("[0-9A-D*#]{1,100}")) {
            throw Ask.invalid("\"digits\" may be 1 to 100 of 0-9, A-D, * and #");
        }
        return done(phone.calls().press(ask.call(), digits));
    }

    private CompletionStage<Reply> mute(Ask ask) {
        boolean muted = ask.only("muted").flag("muted");
        return done(phone.calls().mute(ask.call(), muted));
    }

    private static String word(String word, String... words) {
        if (!List.of(words).contains(word)) {
            throw Ask.invalid("it must be one of " + String.join(", ", words));
        }
        return word;
    }

    private static CompletionStage<Reply> now(Map<String, Object> body) {
        return completedFuture(Reply.ok(body));
    }

    private static CompletionStage<Reply> done(CompletionStage<Call> stage) {
        return stage.thenApply(call -> Reply.ok(Shapes.of(call)));
    }
}
