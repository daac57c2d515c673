package pbx.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes what is told to the OSGi log service with SLF4J, on the log service's own thread: what the framework, Declarative
 * Services and bundles of others have to say. What was told before this was there is written first. What the log service lets
 * through is its own affair (warnings and errors, unless it is configured: docs/logging.md).
 */
@Component(
        service = {},
        immediate = true)
public final class OsgiLog implements LogListener {
    private static final String EVENTS = "Events.";
    private static final String NAMELESS = "LogService";

    private final LogReaderService told;
    private final Set<Long> before = new HashSet<>();

    @Activate
    public OsgiLog(@Reference LogReaderService told) {
        this.told = told;
        synchronized (this) { // what is told meanwhile waits for its turn
            told.addLogListener(this);
            List<LogEntry> entries = new ArrayList<>(Collections.list(told.getLog()));
            Collections.reverse(entries); // the newest comes first
            for (LogEntry entry : entries) {
                before.add(entry.getSequence());
                write(entry);
            }
        }
    }

    @Deactivate
    void stop() {
        told.removeLogListener(this);
    }

    @Override
    public synchronized void logged(LogEntry entry) {
        if (!before.remove(entry.getSequence())) {
            write(entry);
        }
    }

    /** Without what is told of each bundle and service that comes and goes; an error of the framework is no less one. */
    private static void write(LogEntry entry) {
        String from = entry.getLoggerName();
        if (from != null && from.startsWith(EVENTS) && entry.getLogLevel().compareTo(LogLevel.WARN) > 0) {
            return;
        }
        Logger logger = LoggerFactory.getLogger(name(entry));
        logger.atLevel(level(entry.getLogLevel()))
                .setCause(entry.getException())
                .log(entry.getMessage());
    }

    /** The logger's; for events, and where the old form of the log service was used, which has none, the bundle's. */
    private static String name(LogEntry entry) {
        String name = entry.getLoggerName();
        Bundle bundle = entry.getBundle();
        boolean nobody = name == null || name.startsWith(NAMELESS) || name.startsWith(EVENTS);
        return nobody && bundle != null && bundle.getSymbolicName() != null
                ? bundle.getSymbolicName()
                : String.valueOf(name);
    }

    private static Level level(LogLevel level) {
        return switch (level) {
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case AUDIT, INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }
}
