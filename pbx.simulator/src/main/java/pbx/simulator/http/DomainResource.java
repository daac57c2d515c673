package pbx.simulator.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.wire.Json;

/** {@code /rest/domain/DOMAIN/...} and {@code /rest/conference/ROOM@DOMAIN/list}: what a tenant has. */
final class DomainResource {
    private final Exchange exchange;
    private final Login login;
    private final AddressBookPart addressBook;

    DomainResource(Exchange exchange, Login login) {
        this.exchange = exchange;
        this.login = login;
        this.addressBook = new AddressBookPart(exchange);
    }

    CompletableFuture<Reply> reply(Ask ask) {
        Optional<Rights> rights = login.rights(ask);
        if (rights.isEmpty()) {
            return Reply.now(401);
        }
        if (!login.member(ask)) {
            return Reply.now(403);
        }
        List<String> rest = ask.path().subList(3, ask.path().size());
        return switch (rest.get(0)) {
            case "orbits" -> ask.read(exchange.directory()::orbits);
            case "adrbook" -> addressBook.reply(ask, "");
            case "account" ->
                rest.size() == 3 && rest.get(2).equals("acd_login")
                        ? agent(ask, rights.get(), rest.get(1))
                        : Reply.now(404);
            default -> Reply.now(404);
        };
    }

    /** {@code acd_login?group=}: an agent comes or goes. */
    private CompletableFuture<Reply> agent(Ask ask, Rights rights, String extension) {
        if (!exchange.knows(extension)) {
            return Reply.now(404);
        }
        if (!rights.mayActFor(extension)) {
            return Reply.now(403);
        }
        return ask.json()
                .filter(body -> ask.method().equals("POST") && body.has("login"))
                .map(body -> exchange.directory()
                        .login(extension, ask.parameter("group"), Json.flag(body.get("login")))
                        .thenApply(known -> known ? Reply.json("true") : Reply.status(404)))
                .orElse(Reply.now(400));
    }

    /** Who is in a conference room. */
    CompletableFuture<Reply> participants(Ask ask, String room) {
        if (login.rights(ask).isEmpty()) {
            return Reply.now(401);
        }
        if (!login.member(ask)) {
            return Reply.now(403);
        }
        return exchange.directory().participants(room).thenApply(list -> list.map(Reply::json)
                .orElse(Reply.status(404)));
    }
}
