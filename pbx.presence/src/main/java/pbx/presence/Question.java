package pbx.presence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.connection.Connection;
import pbx.listeners.Writer;

/** One REST question to one PBX, asked seldom: asked again too soon, it waits. Confined to the board's writer. */
final class Question {
    private static final Logger log = LoggerFactory.getLogger(Question.class);
    private static final Duration REST = Duration.ofSeconds(30);

    private final Writer writer;
    private final Supplier<Optional<Connection>> connection;
    private final String path;
    private final Consumer<List<Map<String, Object>>> answered;
    private boolean resting;
    private boolean again;

    /** @param answered is told the rows, on the writer; an answer that fails is no answer */
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
        if (resting) {
            again = true;
            return;
        }
        resting = true;
        writer.after(REST, this::rested);
        connection.get().ifPresent(to -> to.ask("GET", path, Map.of()).whenComplete((answer, failure) -> {
            if (failure == null) {
                writer.post(() -> answered.accept(Inferred.rows(answer)));
            } else {
                log.debug("{} is not answered; presence does without", path, failure);
            }
        }));
    }

    private void rested() {
        resting = false;
        if (again) {
            again = false;
            ask();
        }
    }
}
