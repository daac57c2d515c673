package pbx.simulator.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Exchange;

/** {@code /rest/user/EXT@DOMAIN/...}: what a user reads, sets and does. */
final class UserResource {
    private final Login login;
    private final Map<String, Part> parts;

    UserResource(Exchange exchange, Login login) {
        this.login = login;
        RecordParts records = new RecordParts(exchange);
        DirectoryParts directory = new DirectoryParts(exchange);
        parts = Map.ofEntries(
                Map.entry("dnd", new DndPart(exchange)),
                Map.entry("calls", new CallsPart(exchange)),
                Map.entry("accounts", directory::accounts),
                Map.entry("orbits", directory::orbits),
                Map.entry("starcodes", directory::starCodes),
                Map.entry("conference", directory::conferences),
                Map.entry("chat", records::chat),
                Map.entry("history", records::history),
                Map.entry("messages", records::messages),
                Map.entry("message", records::message),
                Map.entry("adrbook", new AddressBookPart(exchange)));
    }

    /** One thing below a user; the user is known and may be acted for. */
    @FunctionalInterface
    interface Part {
        CompletableFuture<Reply> reply(Ask ask, String user);
    }

    CompletableFuture<Reply> reply(Ask ask) {
        Optional<Rights> rights = login.rights(ask);
        Optional<String> user = login.extension(ask.path().get(2));
        Part part = parts.get(ask.path().get(3));
        if (rights.isEmpty()) {
            return Reply.now(401);
        }
        if (user.isEmpty() || part == null) {
            return Reply.now(404);
        }
        return rights.get().mayActFor(user.get()) ? part.reply(ask, user.get()) : Reply.now(403);
    }
}
