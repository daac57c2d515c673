package pbx.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import pbx.api.connection.Message;

/**
 * What is said on every new socket, and from time to time. Names and purposes are documented; the field {@code subscribe}, the
 * order and the renewal are from clients (protocol notes 3.1, 5.0): change them here.
 */
final class Bootstrap {
    private static final Duration LEAST = Duration.ofSeconds(30);
    private static final int USUAL_EXPIRY = 3600;

    private final Consumer<Message> send;

    /** @param send a failure needs no care here: the socket's end is told to its receiver */
    Bootstrap(Consumer<Message> send) {
        this.send = send;
    }

    /** Also what makes the PBX show everything again. */
    void subscribe(String extension) {
        send.accept(Message.of("own-calls", "subscribe", true));
        send.accept(Message.of("orbit-calls", "subscribe", true));
        send.accept(Message.of("blf", "add", List.of(extension)));
        send.accept(Message.of("ringtones"));
        send.accept(Message.of("domain-calls", "subscribe", true));
    }

    void register(String useragent) {
        send.accept(Message.of("sip-register", "useragent", useragent));
    }

    void keepAlive() {
        send.accept(Message.of("avoid-disconnect"));
    }

    /** Seen in a client: at half the time, or 15 s before it is over, never under 30 s. */
    static Duration renewal(int expires) {
        int seconds = expires > 0 ? expires : USUAL_EXPIRY;
        Duration wait = Duration.ofSeconds(Math.min(seconds / 2, seconds - 15));
        return wait.compareTo(LEAST) < 0 ? LEAST : wait;
    }
}
