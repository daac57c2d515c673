package pbx.media.quality;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.CallId;
import pbx.api.media.Quality;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityWarning;

/** The readings of the calls that are up and of the last twenty that were. Any thread may read; one writes. */
public final class FlightRecorder {
    private static final Logger log = LoggerFactory.getLogger(FlightRecorder.class);
    private static final int ENDED = 20;

    private final Map<CallId, CallQuality> live = new LinkedHashMap<>();
    private final Map<CallId, List<Quality>> ended = new LinkedHashMap<>();

    /** A call's readings as a former provider wrote them down. */
    public synchronized void restore(CallId call, String note) {
        if (!live.containsKey(call)) {
            CallQuality quality = new CallQuality();
            quality.restore(FlightNote.readings(call, note));
            live.put(call, quality);
        }
    }

    /** For the next provider. */
    public synchronized Map<CallId, String> notes() {
        Map<CallId, String> notes = new LinkedHashMap<>();
        live.forEach((call, quality) -> notes.put(call, FlightNote.text(quality.readings())));
        return notes;
    }

    /**
     * One second more of a call's statistics.
     *
     * @param flowing whether audio should flow
     */
    public synchronized Optional<QualityChange> read(
            CallId call, List<Map<String, Object>> stats, Instant at, boolean flowing) {
        CallQuality quality = live.computeIfAbsent(call, unused -> new CallQuality());
        Optional<Quality> before = quality.last();
        return quality.read(Readings.counters(call, stats, at), flowing).map(now -> {
            QualityChange change = new QualityChange(before, Optional.of(now));
            log(call, change, now);
            return change;
        });
    }

    private static void log(CallId call, QualityChange change, Quality now) {
        if (!change.began().isEmpty()) {
            log.warn(
                    "call {}: {} (score {}, round trip {} ms, jitter {} ms, {} % lost)",
                    call,
                    change.began(),
                    Score.text(now.score()),
                    now.roundTrip().map(Math::round).orElse(0L),
                    Math.round(now.jitter()),
                    Math.round(100 * now.lost()));
        }
        if (!change.ended().isEmpty()) {
            log.info("call {}: no longer {}", call, change.ended());
        }
    }

    /** The call's session is gone. */
    public synchronized Optional<QualityChange> end(CallId call) {
        CallQuality quality = live.remove(call);
        if (quality == null || quality.last().isEmpty()) {
            return Optional.empty();
        }
        List<Quality> all = quality.readings();
        ended.put(call, all);
        if (ended.size() > ENDED) {
            ended.remove(ended.keySet().iterator().next());
        }
        log.info("call {}: {}", call, summary(all));
        return Optional.of(new QualityChange(quality.last(), Optional.empty()));
    }

    private static String summary(List<Quality> all) {
        double worst = all.stream()
                .mapToDouble(Quality::score)
                .filter(score -> score > 0)
                .min()
                .orElse(0);
        double mean = all.stream()
                .mapToDouble(Quality::score)
                .filter(score -> score > 0)
                .average()
                .orElse(0);
        Set<QualityWarning> warnings = new HashSet<>();
        all.forEach(one -> warnings.addAll(one.warnings()));
        return "audio score " + Score.text(mean) + ", at worst " + Score.text(worst)
                + (warnings.isEmpty() ? "" : ", " + warnings);
    }

    /** The last reading of each call that is up. */
    public synchronized List<Quality> last() {
        return live.values().stream()
                .map(CallQuality::last)
                .flatMap(Optional::stream)
                .toList();
    }

    public synchronized List<Quality> readings(CallId call) {
        CallQuality quality = live.get(call);
        return quality != null ? quality.readings() : ended.getOrDefault(call, List.of());
    }

    /** The totals of a call now. */
    public static Quality now(CallId call, List<Map<String, Object>> stats) {
        return Readings.counters(call, stats, Instant.now()).totals();
    }

    /** The address of this machine that the call goes over; empty where it is not known. */
    public static String address(List<Map<String, Object>> stats) {
        return Readings.address(stats);
    }
}
