package pbx.simulator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Exchange;

/** The resources of each tenant: {@code /rest/user}, {@code /rest/domain} and {@code /rest/conference}. */
final class Tenants {
    private static final int SHORTEST = 4;

    private final Map<String, UserResource> users = new LinkedHashMap<>();
    private final Map<String, DomainResource> domains = new LinkedHashMap<>();

    Tenants(List<Exchange> exchanges, Sessions sessions) {
        for (Exchange exchange : exchanges) {
            Login login = new Login(sessions, exchange);
            users.put(exchange.domain(), new UserResource(exchange, login));
            domains.put(exchange.domain(), new DomainResource(exchange, login));
        }
    }

    /** The answer, if the path leads here at all. */
    Optional<CompletableFuture<Reply>> reply(Ask ask) {
        List<String> path = ask.path();
        if (path.size() < SHORTEST || !path.get(0).equals("rest")) {
            return Optional.empty();
        }
        String name = path.get(2);
        return switch (path.get(1)) {
            case "user" -> Optional.of(user(name).reply(ask));
            case "domain" -> Optional.ofNullable(domains.get(name)).map(domain -> domain.reply(ask));
            case "conference" ->
                Optional.ofNullable(domains.get(domain(name)))
                        .filter(known -> path.get(3).equals("list"))
                        .map(known -> known.participants(ask, name.substring(0, name.indexOf('@'))));
            default -> Optional.empty();
        };
    }

    /** Where {@code 45@tenant} is to be asked for; the first tenant if none is named, or one that there is not. */
    private UserResource user(String account) {
        UserResource first = users.values().iterator().next();
        return users.getOrDefault(domain(account), first);
    }

    private static String domain(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? "" : name.substring(at + 1);
    }
}
