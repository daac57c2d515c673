package pbx.media;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
    /** Who claimed it last. */
    private final Map<CallId, String> owners = new HashMap<>();

    private Writer.Timer timer = () -> {};

    Claims(Writer writer, Supplier<? extends Collection<CallId>> sessions, Consumer<CallId> close) {
        this.writer = writer;
        this.sessions = sessions;
        this.close = close;
    }

    /** @param by the bundle that controls the call */
    void claimed(CallId call, String by) {
        unclaimed.remove(call);
        owners.put(call, by);
    }

    /** That bundle listens no more: nobody controls its calls, whoever else listens. */
    void gone(String owner) {
        owners.keySet().retainAll(sessions.get());
        disclaim(owners.entrySet().stream()
                .filter(each -> each.getValue().equals(owner))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Nobody is left to control these sessions. */
    void disclaim() {
        disclaim(sessions.get());
    }

    private void disclaim(Collection<CallId> calls) {
        timer.close();
        unclaimed.addAll(calls);
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
