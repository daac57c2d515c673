package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.wire.Json;

/** {@code /rest/system/session}: logging in and out. */
final class SessionResource {
    private static final Reply FAILED = Reply.json("false");

    private final Exchange exchange;
    private final Login login;

    SessionResource(Exchange exchange, Login login) {
        this.exchange = exchange;
        this.login = login;
    }

    Reply reply(Ask ask) {
        return switch (ask.method()) {
            case "PUT", "POST" -> ask.json().map(body -> post(ask, body)).orElse(Reply.status(400));
            case "DELETE" -> signOut(ask);
            default -> Reply.status(405);
        };
    }

    private Reply post(Ask ask, ObjectNode body) {
        String value = Json.text(body.get("value"));
        return switch (Json.text(body.get("name"))) {
            case "auth" ->
                login.signIn(value)
                        .map(id -> Reply.text(id).with(cookie(id, ask.secure())))
                        .orElse(Reply.text(""));
            case "session" ->
                login.redeem(value)
                        .map(id -> Reply.json("true").with(cookie(id, ask.secure())))
                        .orElse(FAILED);
            case "3rd" -> thirdParty(ask, body);
            default -> Reply.status(400);
        };
    }

    private Reply thirdParty(Ask ask, ObjectNode body) {
        if (!login.isAdmin(ask.authorization())) {
            return FAILED;
        }
        String user = Json.text(body.get("username"));
        boolean whole = user.isEmpty() || Json.flag(body.get("admin"));
        Optional<Rights> rights = whole
                ? Optional.of(new Rights.OfTenant())
                : login.extension(user).map(Rights.OfExtension::new);
        return rights.filter(known -> exchange.domain().equals(Json.text(body.get("domain"))))
                .map(known -> Reply.text(login.token(known)))
                .orElse(Reply.status(404));
    }

    private Reply signOut(Ask ask) {
        login.signOut(ask.session());
        return Reply.json("true").with("session=; Path=/; Max-Age=0; SameSite=Strict; HttpOnly");
    }

    /** [I] {@code Secure} only over TLS: over plain HTTP it would make every client drop the cookie. */
    private static String cookie(String id, boolean secure) {
        return "session=" + id + "; Path=/; SameSite=Strict; " + (secure ? "Secure; " : "") + "HttpOnly";
    }
}
