package pbx.presence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.connection.Connection;
import pbx.listeners.Replies;
import pbx.listeners.Writer;

/**
 * One REST question to one PBX, asked seldom: asked again too soon, it waits; one that is not answered is asked again. Confined
 * to the board's writer.
 */
final class Question {
    private static final Logger log = LoggerFactory.getLogger(Question.class);
    private static final Duration REST = Duration.ofSeconds(30);
    /** Then it is asked every eight minutes. */
    private static final int MOST_DOUBLINGS = 4;

    private final Writer writer;
    private final Supplier<Optional<Connection>> connection;
    private final String path;
    private final Consumer<List<Map<String, Object>>> answered;
    private boolean resting;
    private boolean again;
    private boolean stopped;
    private int failures;
    private Writer.Timer retry = () -> {};

    /** @param answered is told the rows, on the writer; a refusal is an answer without rows, and not told */
    Question(
            Writer writer,
            Supplier<Optional<Connection>> connection,
            String path,
            Consumer<List<Map<String, Object>>> answered) {
        this.writer = writer;
        this.connection = connection;
        this.path = path;
        this.answered = answered;
    }

    void ask() {
        if (resting || stopped) {
            again = true;
            return;
        }
        resting = true;
        retry.close();
        writer.after(REST, this::rested);
        connection.get().ifPresentOrElse(this::ask, this::later);
    }

    private void ask(Connection pbx) {
        pbx.ask("GET", path, Map.of()).whenComplete((answer, failure) -> writer.post(() -> ended(answer, failure)));
    }

    private void ended(Object answer, Throwable failure) {
        if (stopped) {
            return;
        }
        if (failure == null) {
            failures = 0;
            answered.accept(Inferred.rows(answer));
            return;
        }
        log.debug("{} is not answered; presence does without", path, failure);
        if (!refused(failure)) {
            later();
        }
    }

    /** A PBX that refuses has answered: it does not know the question. */
    private static boolean refused(Throwable failure) {
        return Replies.bare(failure) instanceof PbxException known && known.reason() == PbxException.Reason.REFUSED;
    }

    /** Ever more seldom: a PBX that restarts has enough to do. */
    private void later() {
        retry.close();
        retry = writer.after(REST.multipliedBy(1L << failures), this::ask);
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
    }

    /** Nobody wants to know any more. */
    void stop() {
        stopped = true;
        retry.close();
    }

    private void rested() {
        resting = false;
        if (again) {
            again = false;
            ask();
        }
    }
}
