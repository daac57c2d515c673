package pbx.simulator.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pbx.simulator.exchange.Exchange;

/** Web sessions and the tokens of third parties, for all tenants. */
public final class Sessions {
    /** The documented life of a third party's token. */
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(10);

    private final List<Exchange> tenants;
    private final Tickets sessions;
    private final Tickets tokens;
    private volatile Credentials credentials;
    private volatile boolean refusing;

    /** @param tenants the first is meant where an account's name says no tenant */
    public Sessions(List<Exchange> tenants, Credentials credentials, Duration life, InstantSource clock) {
        this.tenants = List.copyOf(tenants);
        this.credentials = credentials;
        this.sessions = new Tickets(clock, life);
        this.tokens = new Tickets(clock, TOKEN_LIFE);
    }

    /** From now on these hold; sessions that are open stay. */
    public void credentials(Credentials newCredentials) {
        credentials = newCredentials;
    }

    /** Whether every new login fails as if its password or token were wrong. Sessions that are open stay. */
    public void refuse(boolean all) {
        refusing = all;
    }

    public boolean refusing() {
        return refusing;
    }

    /** All sessions and tokens are dead. Sockets that are open stay. */
    public void expire() {
        sessions.clear();
        tokens.clear();
    }

    /** {@code ACCOUNT MD5}: a new session, or nothing. */
    Optional<String> signIn(String value) {
        int blank = value.indexOf(' ');
        if (blank < 0 || refusing) {
            return Optional.empty();
        }
        return account(value.substring(0, blank))
                .filter(account -> Passwords.hashed(account.password(), value.substring(blank + 1)))
                .map(account -> sessions.issue(account.identity()));
    }

    Optional<Identity> basic(String header) {
        String plain = Passwords.basic(header);
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return account(plain.substring(0, colon))
                .filter(account -> Passwords.plain(account.password(), plain.substring(colon + 1)))
                .map(Known::identity);
    }

    /** A token for whoever is to act so. */
    String token(Identity identity) {
        return tokens.issue(identity);
    }

    /** Changes a token into a session, once. */
    Optional<String> redeem(String token) {
        return tokens.take(token).filter(known -> !refusing).map(sessions::issue);
    }

    /** As whom the session acts; using it makes it live on. */
    Optional<Identity> session(String id) {
        return sessions.use(id);
    }

    void signOut(String id) {
        sessions.take(id);
    }

    Optional<Exchange> tenant(String domain) {
        return tenants.stream().filter(tenant -> tenant.domain().equals(domain)).findFirst();
    }

    private Optional<Known> account(String name) {
        Credentials now = credentials;
        if (name.equals(now.admin())) {
            return Optional.of(new Known(new Identity.OfSystem(), now.adminPassword()));
        }
        int at = name.lastIndexOf('@');
        String number = at < 0 ? name : name.substring(0, at);
        Optional<Exchange> tenant = at < 0 ? tenants.stream().findFirst() : tenant(name.substring(at + 1));
        return tenant.filter(known -> known.knows(number))
                .map(known -> new Known(new Identity.OfExtension(known.domain(), number), now.password()));
    }

    private record Known(Identity identity, String password) {}
}
