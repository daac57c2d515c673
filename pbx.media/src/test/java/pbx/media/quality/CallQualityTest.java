package pbx.media.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.CallId;
import pbx.api.media.Quality;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityWarning;

/** Second by second; names and units of the statistics are W3C's. */
class CallQualityTest {
    private static final CallId CALL = new CallId(new AccountId("demo"), "a/b@app");

    private final FlightRecorder recorder = new FlightRecorder();
    private long sent;
    private long received;
    private long lost;
    private int second;

    @Test
    void aSecondIsWhatWasAddedInIt() {
        second(50, 50, 0, 5, 20, true);
        Quality quality = second(50, 45, 5, 5, 20, true);
        assertEquals(0.1, quality.lost(), 1e-9);
        assertEquals(64_000, quality.bitRateOut());
        assertEquals(0.02, quality.concealed(), 1e-9);
        assertEquals(100, quality.packetsSent());
        assertTrue(quality.score() > 1 && quality.score() < 4, quality::toString);
    }

    @Test
    void warningsBeginAfterThreeOfFiveSecondsAndEnd() {
        List<Set<QualityWarning>> told = new ArrayList<>();
        second(50, 50, 0, 5, 20, true);
        for (int jitter : new int[] {5, 40, 5, 40, 40, 5, 5, 5, 5}) {
            told.add(second(50, 50, 0, jitter, 20, true).warnings());
        }
        Set<QualityWarning> jittery = Set.of(QualityWarning.JITTERY);
        assertEquals(
                List.of(Set.of(), Set.of(), Set.of(), Set.of(), jittery, jittery, Set.of(), Set.of(), Set.of()), told);
    }

    @Test
    void eachThresholdHasItsWarning() {
        assertEquals(Set.of(QualityWarning.SLOW), held(50, 50, 0, 5, 450, true));
        assertEquals(Set.of(QualityWarning.JITTERY), held(50, 50, 0, 31, 20, true));
        assertEquals(Set.of(QualityWarning.LOSSY), held(50, 98, 2, 5, 20, true));
        assertEquals(Set.of(QualityWarning.LOSSY, QualityWarning.POOR), held(50, 40, 10, 5, 20, true));
        assertEquals(Set.of(QualityWarning.SILENT), held(0, 0, 0, 0, 20, true));
        assertEquals(Set.of(QualityWarning.ONE_WAY), held(50, 0, 0, 0, 20, true));
        assertEquals(Set.of(QualityWarning.ONE_WAY), held(0, 50, 0, 0, 20, true));
        assertEquals(Set.of(), held(50, 0, 0, 0, 20, false), "a call on hold may be silent");
        assertEquals(Set.of(), held(50, 50, 0, 30, 400, true), "thresholds are to be exceeded");
    }

    @Test
    void itIsThereAfterTheEndAndForTheNextProvider() {
        second(50, 50, 0, 5, 20, true);
        second(50, 40, 10, 31, 450, true);
        List<Quality> before = recorder.readings(CALL);
        FlightRecorder next = new FlightRecorder();
        next.restore(CALL, recorder.notes().get(CALL));
        Quality kept = next.readings(CALL).get(0);
        assertEquals(1, before.size());
        assertEquals(before.get(0).at(), kept.at());
        assertEquals(before.get(0).score(), kept.score(), 0.001);
        assertEquals(before.get(0).codec(), kept.codec());
        next.restore(CALL, "rubbish");
        QualityChange end = recorder.end(CALL).orElseThrow();
        assertEquals(Optional.empty(), end.after());
        assertEquals(before, recorder.readings(CALL));
        assertEquals(List.of(), new FlightRecorder().readings(CALL));
    }

    @Test
    void itIsBounded() {
        for (int i = 0; i < 700; i++) {
            second(50, 50, 0, 5, 20, true);
        }
        assertEquals(600, recorder.readings(CALL).size());
        for (int call = 0; call < 30; call++) {
            CallId id = new CallId(new AccountId("demo"), "c" + call);
            recorder.read(id, stats(0, 0), Instant.EPOCH, true);
            recorder.read(id, stats(0, 0), Instant.EPOCH.plusSeconds(1), true);
            recorder.end(id);
        }
        assertEquals(List.of(), recorder.readings(new CallId(new AccountId("demo"), "c5")));
        assertEquals(
                1, recorder.readings(new CallId(new AccountId("demo"), "c29")).size());
    }

    private Set<QualityWarning> held(int out, int in, int missing, int jitter, int roundTrip, boolean flowing) {
        Quality last = second(out, in, missing, jitter, roundTrip, flowing);
        for (int i = 0; i < 6; i++) {
            last = second(out, in, missing, jitter, roundTrip, flowing);
        }
        return last.warnings();
    }

    /** Null for the first, which has nothing to be compared with. */
    private Quality second(int out, int in, int missing, int jitter, int roundTrip, boolean flowing) {
        sent += out;
        received += in;
        lost += missing;
        Instant at = Instant.EPOCH.plusSeconds(++second);
        return recorder.read(CALL, stats(jitter, roundTrip), at, flowing)
                .flatMap(QualityChange::after)
                .orElse(null);
    }

    private List<Map<String, Object>> stats(double jitter, double roundTrip) {
        Map<String, Object> inbound = new HashMap<>(Map.of(
                "type",
                "inbound-rtp",
                "packetsReceived",
                received,
                "packetsLost",
                lost,
                "jitter",
                jitter / 1000,
                "bytesReceived",
                received * 160,
                "totalSamplesReceived",
                48_000L * second,
                "concealedSamples",
                960L * second,
                "silentConcealedSamples",
                960L * second));
        inbound.put("codecId", "C1");
        return List.of(
                inbound,
                Map.of("type", "outbound-rtp", "packetsSent", sent, "bytesSent", sent * 160),
                Map.of("type", "codec", "id", "C1", "mimeType", "audio/opus", "clockRate", 48_000L),
                Map.of("type", "remote-inbound-rtp", "roundTripTime", roundTrip / 1000));
    }
}
