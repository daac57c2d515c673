package pbx.simulator.http;

import java.util.Optional;
import pbx.simulator.exchange.Exchange;

/** Who comes to one tenant, and what they may do in it. */
final class Login {
    private final Sessions sessions;
    private final Exchange exchange;

    Login(Sessions sessions, Exchange exchange) {
        this.sessions = sessions;
        this.exchange = exchange;
    }

    /** The rights behind a session cookie; using it makes the session live on. Nothing when it is dead. */
    Optional<Rights> session(String id) {
        return sessions.session(id).map(this::here);
    }

    /** The rights behind an {@code Authorization: Basic} header. */
    Optional<Rights> basic(String header) {
        return sessions.basic(header).map(this::here);
    }

    /** The rights of whoever asks, by cookie or else by name and password. */
    Optional<Rights> rights(Ask ask) {
        return session(ask.session()).or(() -> basic(ask.authorization()));
    }

    /** Whether whoever asks belongs to this tenant, or to the system. */
    boolean member(Ask ask) {
        return sessions.session(ask.session())
                .or(() -> sessions.basic(ask.authorization()))
                .filter(identity -> identity instanceof Identity.OfSystem
                        || identity.domain().equals(exchange.domain()))
                .isPresent();
    }

    /** The extension in {@code 45@tenant}, or in {@code 45}. */
    Optional<String> extension(String name) {
        String suffix = "@" + exchange.domain();
        String number = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        return Optional.of(number).filter(exchange::knows);
    }

    private Rights here(Identity identity) {
        return identity.within(exchange.domain());
    }
}
