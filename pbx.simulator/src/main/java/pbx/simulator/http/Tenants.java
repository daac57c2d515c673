package pbx.simulator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pbx.simulator.exchange.Exchange;

/** The resources of each tenant's users. */
final class Tenants {
    private final Map<String, UserResource> users = new LinkedHashMap<>();
    private final UserResource first;

    Tenants(List<Exchange> exchanges, Sessions sessions) {
        exchanges.forEach(
                exchange -> users.put(exchange.domain(), new UserResource(exchange, new Login(sessions, exchange))));
        first = users.values().iterator().next();
    }

    /** Where {@code 45@tenant} is to be asked for; the first tenant if none is named, or one that there is not. */
    UserResource user(String account) {
        return users.getOrDefault(account.substring(account.lastIndexOf('@') + 1), first);
    }
}
