package pbx.presence;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pbx.api.connection.Connection;
import pbx.api.connection.Message;
import pbx.listeners.Writer;

/**
 * Asks the PBX about calls that are doubted: for the own calls, as the protocol notes recommend (6.3), and if that does not
 * settle it for the whole picture; ever more seldom. A call is never dropped for want of an answer. Confined to the board's writer.
 */
final class Confirmation {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 4;

    private final Writer writer;
    private final Supplier<Optional<Connection>> connection;
    private final CallBook calls;
    private final Runnable redraw;
    private boolean waiting;
    private int requests;

    /** @param redraw is run when an answer has come */
    Confirmation(Writer writer, Supplier<Optional<Connection>> connection, CallBook calls, Runnable redraw) {
        this.writer = writer;
        this.connection = connection;
        this.calls = calls;
        this.redraw = redraw;
    }

    /** To be called whenever the calls may have changed. */
    void look() {
        if (!calls.doubts()) {
            requests = 0;
        } else if (!waiting) {
            waiting = true;
            writer.after(Inferred.SETTLING, this::request);
        }
    }

    private void request() {
        waiting = false;
        if (!calls.doubts()) {
            requests = 0;
        } else {
            waiting = true;
            writer.after(PAUSE.multipliedBy(1L << Math.min(requests, DOUBLINGS)), this::request);
            requests++;
            connection.get().ifPresent(this::ask);
        }
    }

    private void ask(Connection pbx) {
        pbx.ask("GET", "/rest/user/%s/calls", Map.of())
                .whenComplete((answer, failure) -> writer.post(() -> {
                    if (failure == null) {
                        calls.ownCalls(ids(answer));
                    }
                    if (calls.doubts()) {
                        pbx.send(Inferred.pictureAgain());
                    }
                    redraw.run();
                }));
    }

    private static Set<String> ids(Object answer) {
        return Inferred.rows(answer).stream()
                .map(row -> Message.text(row, "id"))
                .collect(Collectors.toSet());
    }
}
