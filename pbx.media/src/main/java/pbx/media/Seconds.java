package pbx.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import pbx.api.call.CallId;
import pbx.api.call.MediaState;
import pbx.api.media.MediaSession;
import pbx.api.media.Quality;
import pbx.api.media.QualityChange;
import pbx.listeners.Writer;
import pbx.media.quality.FlightRecorder;
import pbx.webrtc.AudioEngine;

/** Reads the calls' statistics, once a second and when somebody asks. Confined to the writer. */
final class Seconds {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(100);
    private static final int READINGS = 20;

    private final AudioEngine engine;
    private final Writer writer;
    private final FlightRecorder recorder;
    private final Breaks breaks;
    private final Tones tones;
    private final Consumer<QualityChange> told;

    Seconds(
            AudioEngine engine,
            Writer writer,
            FlightRecorder recorder,
            Breaks breaks,
            Tones tones,
            Consumer<QualityChange> told) {
        this.engine = engine;
        this.writer = writer;
        this.recorder = recorder;
        this.breaks = breaks;
        this.tones = tones;
        this.told = told;
    }

    /** Reads those that were ever connected. A round that fails is not the last. */
    void begin(SessionBoard board, Runnable each) {
        writer.after(SECOND, () -> {
            begin(board, each);
            board.list().stream()
                    .filter(session -> session.state() != MediaState.CONNECTING)
                    .forEach(this::read);
            tones.look();
            each.run();
        });
    }

    private void read(MediaSession session) {
        CallId call = session.call();
        boolean flowing = !session.paused() && !tones.held(call);
        engine.stats(Sessions.OWNER, Sessions.id(call))
                .thenAccept(stats -> writer.post(() -> read(call, stats, flowing)));
    }

    private void read(CallId call, List<Map<String, Object>> stats, boolean flowing) {
        if (Sessions.find(engine, call).isPresent()) {
            recorder.read(call, stats, Instant.now(), flowing).ifPresent(told);
            breaks.overAddress(call, FlightRecorder.address(stats));
        }
    }

    /** Where audio has just begun, the first packets both ways are waited for: zeros would say nothing. */
    CompletableFuture<Quality> now(CallId call) {
        CompletableFuture<Quality> reading = new CompletableFuture<>();
        now(call, READINGS, reading);
        return reading;
    }

    private void now(CallId call, int left, CompletableFuture<Quality> reading) {
        Sessions.translated(engine.stats(Sessions.OWNER, Sessions.id(call))).whenComplete((stats, failure) -> {
            if (failure != null) {
                reading.completeExceptionally(failure);
                return;
            }
            Quality quality = FlightRecorder.now(call, stats);
            if (left == 0 || (quality.packetsReceived() > 0 && quality.packetsSent() > 0)) {
                reading.complete(quality);
            } else {
                writer.after(BETWEEN_READINGS, () -> now(call, left - 1, reading));
            }
        });
    }
}
