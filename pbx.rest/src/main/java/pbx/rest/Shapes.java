package pbx.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pbx.api.call.Call;
import pbx.api.call.Ending;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionStatus;
import pbx.api.presence.Presence;

/**
 * What goes over the wire of this interface, as openapi.json promises it: field names are those of the records, what is absent
 * is null, times are ISO 8601. Written out, so that a change of a record is no silent change of the promise.
 */
public final class Shapes {
    private Shapes() {}

    public static Map<String, Object> of(ConnectionStatus account) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("account", account.account().value());
        shape.put("label", account.label());
        shape.put("extension", account.extension());
        shape.put("tenant", account.tenant());
        shape.put("state", account.state().name());
        shape.put("secure", account.secure());
        shape.put("version", account.version().orElse(null));
        shape.put("problem", account.problem().orElse(null));
        return shape;
    }

    public static Map<String, Object> of(Call call) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", call.id().value());
        shape.put("account", call.account().value());
        shape.put("direction", call.direction().name());
        shape.put("remote", of(call.remote()));
        shape.put("state", call.state().name());
        shape.put("heldHere", call.heldHere());
        shape.put("heldThere", call.heldThere());
        shape.put("muted", call.muted());
        shape.put("media", call.media().name());
        shape.put("reachable", call.reachable());
        shape.put("recording", call.recording());
        shape.put("group", call.group());
        shape.put("began", call.began().toString());
        shape.put("answered", time(call.answered()));
        shape.put("ended", time(call.ended()));
        shape.put("ending", call.ending().map(Shapes::of).orElse(null));
        return shape;
    }

    public static Map<String, Object> of(Presence presence) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("account", presence.seenBy().value());
        shape.put("number", presence.number());
        shape.put("name", presence.name());
        shape.put("kind", presence.kind().name());
        shape.put("state", presence.state().name());
        shape.put("registered", presence.registered());
        shape.put("dnd", presence.dnd());
        shape.put("with", presence.with().stream().map(Shapes::of).toList());
        return shape;
    }

    private static Map<String, Object> of(Party party) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("number", party.number());
        shape.put("name", party.name());
        shape.put("shown", party.shown());
        return shape;
    }

    private static Map<String, Object> of(Ending ending) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("by", ending.by().name());
        shape.put("reason", ending.reason().name());
        shape.put("text", ending.text());
        return shape;
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
