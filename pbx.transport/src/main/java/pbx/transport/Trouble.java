package pbx.transport;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.listeners.Writer;

/** Writes an account's fate to the log: every problem once, and only if it lasts. Confined to the writer. */
final class Trouble implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(VodiaConnection.class);

    private final Writer writer;
    private final Duration patience;
    private String said = "";
    private ConnectionStatus now;
    /** What looks whether a problem has lasted; null while none waits. */
    private Writer.Timer watch;

    Trouble(Writer writer, Duration patience) {
        this.writer = writer;
        this.patience = patience;
    }

    void show(ConnectionStatus status) {
        ConnectionState before = now == null ? null : now.state();
        now = status;
        switch (status.state()) {
            case REGISTERED -> {
                if (before != ConnectionState.REGISTERED) {
                    log.info("account {} is registered", status.label());
                }
                said = "";
            }
            case REFUSED -> warn();
            case CONNECTING, CONNECTED -> watch();
            case CLOSED -> log.info("account {}: {}", status.label(), problem());
        }
    }

    private void watch() {
        if (watch == null) {
            watch = writer.after(patience, () -> {
                watch = null;
                if (now.state() == ConnectionState.CONNECTING || now.state() == ConnectionState.CONNECTED) {
                    warn();
                }
            });
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }

    private void warn() {
        if (!problem().equals(said) && !problem().isEmpty()) {
            said = problem();
            log.warn("account {}: {}", now.label(), said);
        }
    }

    private String problem() {
        return now.problem().orElse("");
    }
}
