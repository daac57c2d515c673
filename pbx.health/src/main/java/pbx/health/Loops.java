package pbx.health;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.api.AccountId;
import pbx.api.call.CallId;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/**
 * How long a command waits before the writer thread of call control and of audio looks at it. Measured by asking each, every
 * few seconds, for something that cannot be: the contract says that it answers (no such call), and it does so on its one
 * thread, after all that waits before. Presence has no such command; its delay shows as its listeners' latency.
 */
@Component(service = Loops.class)
public final class Loops {
    static final Duration EVERY = Duration.ofSeconds(5);
    private static final AccountId NOBODY = new AccountId("pbx.health");
    private static final CallId NOTHING = new CallId(NOBODY, "pbx.health");

    private final Map<String, Supplier<Optional<? extends CompletionStage<?>>>> probes = new TreeMap<>();
    private final Map<String, Lag> lags = new TreeMap<>();
    private final Writer writer;
    private final LongSupplier nanos;

    @Activate
    public Loops(@Reference Platform platform) {
        this(platform, new WriterThread("pbx-health"), System::nanoTime);
        writer.post(this::look);
    }

    Loops(Platform platform, Writer writer, LongSupplier nanos) {
        this.writer = writer;
        this.nanos = nanos;
        probes.put("callcontrol", () -> platform.callControl().map(calls -> calls.mute(NOTHING, true)));
        probes.put("media", () -> platform.media().map(media -> media.mute(NOTHING, true)));
    }

    /** By the loop's name. Of one that has not answered yet, how long it has been asked. Empty before the first look. */
    public synchronized Map<String, Duration> lags() {
        Map<String, Duration> told = new TreeMap<>();
        lags.forEach((loop, lag) -> told.put(loop, lag.at(nanos.getAsLong())));
        return told;
    }

    /** Asks each loop whose last question is answered. */
    void look() {
        var unused = writer.after(EVERY, this::look);
        probes.forEach(this::ask);
    }

    private void ask(String loop, Supplier<Optional<? extends CompletionStage<?>>> probe) {
        if (waits(loop)) {
            return;
        }
        long asked = nanos.getAsLong();
        put(loop, new Lag(Optional.of(asked), lag(loop)));
        probe.get()
                .ifPresentOrElse(
                        answer -> answer.whenComplete((done, refused) -> answered(loop, asked)), () -> gone(loop));
    }

    private void answered(String loop, long asked) {
        put(loop, new Lag(Optional.empty(), Duration.ofNanos(nanos.getAsLong() - asked)));
    }

    private synchronized void gone(String loop) {
        lags.remove(loop);
    }

    private synchronized boolean waits(String loop) {
        return lags.containsKey(loop) && lags.get(loop).asked().isPresent();
    }

    private synchronized Duration lag(String loop) {
        return lags.containsKey(loop) ? lags.get(loop).last() : Duration.ZERO;
    }

    private synchronized void put(String loop, Lag lag) {
        lags.put(loop, lag);
    }

    @Deactivate
    void close() {
        writer.close();
    }

    private record Lag(Optional<Long> asked, Duration last) {
        Duration at(long now) {
            Duration since = asked.map(a -> Duration.ofNanos(now - a)).orElse(Duration.ZERO);
            return since.compareTo(last) > 0 ? since : last;
        }
    }
}
