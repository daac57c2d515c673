package pbx.media;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.CallId;
import pbx.listeners.Writer;

/** Sessions that nobody controls any more: whoever comes claims them, or they are closed. Confined to the writer. */
final class Claims {
    private static final Logger log = LoggerFactory.getLogger(Claims.class);
    private static final Duration WITHIN = Duration.ofSeconds(15);

    private final Writer writer;
    private final Supplier<? extends Collection<CallId>> sessions;
    private final Consumer<CallId> close;
    private final Set<CallId> unclaimed = new HashSet<>();
    private Writer.Timer timer = () -> {};

    Claims(Writer writer, Supplier<? extends Collection<CallId>> sessions, Consumer<CallId> close) {
        this.writer = writer;
        this.sessions = sessions;
        this.close = close;
    }

    void claimed(CallId call) {
        unclaimed.remove(call);
    }

    /** Nobody is left to control these sessions. */
    void disclaim() {
        timer.close();
        unclaimed.addAll(sessions.get());
        timer = writer.after(WITHIN, this::closeUnclaimed);
    }

    private void closeUnclaimed() {
        unclaimed.retainAll(sessions.get());
        for (CallId call : Set.copyOf(unclaimed)) {
            log.warn("call {}: nobody claimed its audio within {} s; closed", call, WITHIN.toSeconds());
            close.accept(call);
        }
        unclaimed.clear();
    }
}
