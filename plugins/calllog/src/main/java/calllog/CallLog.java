package calllog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.view.Panel;
import pbx.api.view.View;

/** Keeps every call that has ended, until it is too old or somebody erases it. */
@Component(
        immediate = true,
        configurationPid = "calllog",
        property = {View.NAME + "=calllog", View.TITLE + "=Call log"})
@Designate(ocd = Configuration.class)
public final class CallLog implements CallListener, View {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Clock clock = Clock.systemUTC();
    private final History history;
    private final Path csv;
    private volatile int days;
    private volatile long cleaned;

    @Activate
    public CallLog(Configuration configuration) throws IOException {
        this(Path.of(configuration.folder()), configuration.days());
    }

    CallLog(Path folder, int days) throws IOException {
        this.days = days;
        this.csv = folder.resolve("calls.csv");
        this.history = new History(folder);
        clean();
    }

    @Modified
    void modified(Configuration next) {
        keep(next.days());
    }

    void keep(int newDays) {
        days = newDays;
        clean();
    }

    @Deactivate
    void stop() {
        history.close();
    }

    @Override
    public void callChanged(CallChange change) {
        if (change.after().ending().isPresent()) {
            history.add(Entry.of(change.after()));
        }
        if (clock.millis() - cleaned > BETWEEN_CLEANINGS.toMillis()) {
            clean();
        }
    }

    @Override
    public Panel show(String search) {
        return Panels.of(history.find(search, Panels.MOST));
    }

    @Override
    public String act(String action, Optional<String> row) {
        return switch (action) {
            case Panels.EXPORT -> export();
            case Panels.ERASE -> erase(row.orElse(""));
            default -> throw new PbxException(PbxException.Reason.INVALID, "there is no action " + action);
        };
    }

    private String export() {
        try {
            int calls = new Csv(csv).write(history.find("", Integer.MAX_VALUE));
            return calls + " calls are in " + csv.toAbsolutePath();
        } catch (IOException e) {
            throw new PbxException(PbxException.Reason.INVALID, csv + " cannot be written: " + e, e);
        }
    }

    private String erase(String row) {
        try {
            int erased = history.erase(Long.parseLong(row));
            return erased + (erased == 1 ? " call is" : " calls are") + " erased for good";
        } catch (NumberFormatException e) {
            throw new PbxException(PbxException.Reason.INVALID, "which row? \"" + row + "\" is none", e);
        }
    }

    private void clean() {
        cleaned = clock.millis();
        if (days > 0) {
            int gone = history.eraseBefore(clock.instant().minus(Duration.ofDays(days)));
            if (gone > 0) {
                LOG.info("{} calls older than {} days are erased", gone, days);
            }
        }
    }
}
