package pbx.transport;

import java.time.Duration;
import java.util.function.Supplier;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;

/**
 * What is asked of the PBX on an open socket: to be told, to be registered, and to remain so. What waits ends with the socket's
 * timers. Confined to the writer.
 */
final class Registration {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(10);
    /** The PBX has confirmed a registration before, and not this one. */
    private static final Duration RENEW_AGAIN = Duration.ofSeconds(30);

    private static final Duration RESYNC_PAUSE = Duration.ofMillis(500);
    private static final String TIMER = "register";

    private final Bootstrap bootstrap;
    private final Timers timers;
    private final Standing standing;
    private final Supplier<Account> account;
    private boolean resyncing;

    Registration(Bootstrap bootstrap, Timers timers, Standing standing, Supplier<Account> account) {
        this.bootstrap = bootstrap;
        this.timers = timers;
        this.standing = standing;
        this.account = account;
    }

    /** On a fresh socket. */
    void begin() {
        resyncing = false;
        subscribe();
        register();
        standing.show(ConnectionState.CONNECTED, "waiting for the PBX to confirm the registration");
        timers.once(TIMER, ANSWER_TIME, this::unconfirmed);
    }

    private void subscribe() {
        bootstrap.subscribe(account.get().extension());
    }

    void register() {
        bootstrap.register(account.get().useragent());
    }

    void keepAlive() {
        bootstrap.keepAlive();
    }

    void confirmed(Message message) {
        standing.show(ConnectionState.REGISTERED, "");
        timers.once(TIMER, Bootstrap.renewal(message.number("expires", 0)), this::renew);
    }

    private void unconfirmed() {
        if (standing.state() == ConnectionState.CONNECTED) {
            standing.show(
                    ConnectionState.CONNECTED,
                    "the PBX did not confirm the registration: incoming calls may not arrive here");
            timers.once(TIMER, Bootstrap.renewal(0), this::renew); // it may have registered without a word
        } else {
            renew(); // of a predecessor's registration nobody here knows when it runs out
        }
    }

    /** Until it is confirmed: a registration that runs out unnoticed takes all incoming calls with it. */
    private void renew() {
        register();
        timers.once(TIMER, RENEW_AGAIN, this::renew);
    }

    /** Subscribing again makes the PBX tell everything again. Inferred; the embedded PBX does so. */
    void resync() {
        if (standing.isOpen() && !resyncing) {
            resyncing = true;
            timers.once("resync", RESYNC_PAUSE, () -> {
                resyncing = false;
                subscribe();
            });
        }
    }
}
