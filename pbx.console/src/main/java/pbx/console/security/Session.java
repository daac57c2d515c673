package pbx.console.security;

import java.time.Instant;

/** Somebody who has logged in with a browser. */
final class Session {
    final User user;
    /** Stands in every form of our pages: another site's page does not know it. */
    final String token;

    private final Instant began;
    private volatile Instant used;

    Session(User user, String token, Instant now) {
        this.user = user;
        this.token = token;
        this.began = now;
        this.used = now;
    }

    Instant began() {
        return began;
    }

    Instant used() {
        return used;
    }

    void use(Instant now) {
        used = now;
    }
}
