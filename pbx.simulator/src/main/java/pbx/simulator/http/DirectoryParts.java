package pbx.simulator.http;

import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Exchange;

/** What a user reads of the tenant. */
final class DirectoryParts {
    private final Exchange exchange;

    DirectoryParts(Exchange exchange) {
        this.exchange = exchange;
    }

    CompletableFuture<Reply> accounts(Ask ask, String user) {
        return ask.read(() -> exchange.directory().accounts(ask.parameter("type")));
    }

    CompletableFuture<Reply> orbits(Ask ask, String user) {
        return ask.read(exchange.directory()::orbits);
    }

    CompletableFuture<Reply> starCodes(Ask ask, String user) {
        return ask.read(exchange.directory()::starCodes);
    }

    CompletableFuture<Reply> conferences(Ask ask, String user) {
        return ask.read(() -> exchange.directory().accounts("conferences"));
    }
}
