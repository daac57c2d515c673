package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.wire.Json;

/** {@code /rest/system/session}: logging in and out. */
final class SessionResource {
    private static final Reply FAILED = Reply.json("false");
    private static final Reply DONE = Reply.json("true");

    private final Sessions sessions;

    SessionResource(Sessions sessions) {
        this.sessions = sessions;
    }

    /** A preflight is refused, as observed; so a page from elsewhere can only come with a simple POST. */
    Reply reply(Ask ask) {
        return switch (ask.method()) {
            case "PUT", "POST" -> ask.json().map(body -> post(ask, body)).orElse(Reply.status(400));
            case "GET" -> Reply.json(describe(ask).toString());
            case "DELETE" -> signOut(ask);
            case "OPTIONS" -> Reply.status(403);
            default -> Reply.status(405);
        };
    }

    private Reply post(Ask ask, ObjectNode body) {
        String value = Json.text(body.get("value"));
        return switch (Json.text(body.get("name"))) {
            case "auth" ->
                sessions.signIn(value)
                        .map(id -> Reply.text(id).with(cookie(id, ask.secure())))
                        .orElse(Reply.text(""));
            case "session" ->
                sessions.redeem(value)
                        .map(id -> DONE.with(cookie(id, ask.secure())))
                        .orElse(FAILED);
            case "3rd" -> thirdParty(ask, body);
            case "lang" -> sessions.session(ask.session()).isPresent() ? DONE : Reply.status(401);
            case "reset" -> FAILED;
            default -> Reply.status(400);
        };
    }

    private Reply thirdParty(Ask ask, ObjectNode body) {
        Optional<Identity> asker = sessions.basic(ask.authorization());
        if (asker.filter(Identity.OfSystem.class::isInstance).isEmpty()) {
            return FAILED;
        }
        return sessions.tenant(Json.text(body.get("domain")))
                .flatMap(tenant -> wanted(tenant, body))
                .map(identity -> Reply.text(sessions.token(identity)))
                .orElse(Reply.status(404));
    }

    /** [I] {@code admin} is read as the OpenAPI file has it, the tenant's administrator; an older page wrote it as the user. */
    private static Optional<Identity> wanted(Exchange tenant, ObjectNode body) {
        String user = Json.text(body.get("username"));
        boolean whole = user.isEmpty() || user.equals("admin") || Json.flag(body.get("admin"));
        return whole
                ? Optional.of(new Identity.OfTenant(tenant.domain()))
                : Optional.of(user)
                        .filter(tenant::knows)
                        .map(known -> new Identity.OfExtension(tenant.domain(), known));
    }

    /** The fields of 2016; nobody need be logged in. */
    private ObjectNode describe(Ask ask) {
        ObjectNode json = Json.object().put("lang", "en").put("edit", false);
        sessions.session(ask.session()).ifPresent(known -> json.put("type", known.type())
                .put("cdomain", known.domain())
                .put("cuser", known.extension()));
        return json;
    }

    private Reply signOut(Ask ask) {
        sessions.signOut(ask.session());
        return DONE.with("session=; Path=/; Max-Age=0; SameSite=Strict; HttpOnly");
    }

    /** [I] {@code Secure} only over TLS: over plain HTTP it would make every client drop the cookie. */
    private static String cookie(String id, boolean secure) {
        return "session=" + id + "; Path=/; SameSite=Strict; " + (secure ? "Secure; " : "") + "HttpOnly";
    }
}
