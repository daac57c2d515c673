package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.wire.Json;

/** {@code adrbook}: contacts of a user, or with an empty user those of the tenant. {@code ?id=} names one. */
final class AddressBookPart implements UserResource.Part {
    private static final int LONGEST = 200;
    private static final Set<String> FIELDS = Set.of(
            "name",
            "number",
            "email",
            "category",
            "company",
            "mobile",
            "notes",
            "fax",
            "first",
            "last",
            "position",
            "cmc",
            "speed",
            "type",
            "dnc",
            "melody",
            "comment");

    private final Exchange exchange;

    AddressBookPart(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public CompletableFuture<Reply> reply(Ask ask, String user) {
        String id = ask.parameter("id");
        return switch (ask.method()) {
            case "GET" ->
                exchange.contacts().list(user, ask.parameter("search")).thenApply(Reply::json);
            case "POST", "PUT" ->
                ask.json()
                        .map(AddressBookPart::known)
                        .filter(fields -> !fields.isEmpty())
                        .map(fields -> put(user, id, fields))
                        .orElse(Reply.now(400));
            case "DELETE" ->
                exchange.contacts().remove(user, id).thenApply(was -> was ? Reply.json("true") : Reply.status(404));
            default -> Reply.now(405);
        };
    }

    private CompletableFuture<Reply> put(String user, String id, ObjectNode fields) {
        return exchange.contacts().put(user, id, fields).thenApply(key -> key.map(Reply::text)
                .orElse(Reply.status(id.isEmpty() ? 400 : 404)));
    }

    private static ObjectNode known(ObjectNode body) {
        ObjectNode fields = Json.object();
        FIELDS.stream().sorted().filter(body::has).forEach(name -> {
            String text = Json.text(body.get(name));
            fields.put(name, text.substring(0, Math.min(LONGEST, text.length())));
        });
        return fields;
    }
}
