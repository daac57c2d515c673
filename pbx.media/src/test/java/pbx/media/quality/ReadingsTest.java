package pbx.media.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.CallId;
import pbx.api.media.Quality;

/** Names and units are W3C's. */
class ReadingsTest {
    private static final CallId CALL = new CallId(new AccountId("demo"), "a/b@app");

    @Test
    void everyFieldIsFoundAndInOurUnits() {
        Quality quality = Readings.counters(
                        CALL,
                        List.of(
                                Map.of(
                                        "type",
                                        "inbound-rtp",
                                        "packetsReceived",
                                        50L,
                                        "packetsLost",
                                        2,
                                        "jitter",
                                        0.004,
                                        "totalSamplesReceived",
                                        48_000L,
                                        "concealedSamples",
                                        960L,
                                        "audioLevel",
                                        0.25,
                                        "codecId",
                                        "C1"),
                                Map.of("type", "outbound-rtp", "packetsSent", 49L),
                                Map.of("type", "media-source", "audioLevel", 0.5),
                                Map.of("type", "remote-inbound-rtp", "roundTripTime", 0.012),
                                Map.of("type", "codec", "id", "C1", "mimeType", "audio/opus", "clockRate", 48_000L),
                                Map.of("type", "transport", "selectedCandidatePairId", "P1"),
                                Map.of(
                                        "type", "candidate-pair",
                                        "id", "P1",
                                        "localCandidateId", "L1",
                                        "remoteCandidateId", "R1",
                                        "currentRoundTripTime", 0.5),
                                Map.of("type", "local-candidate", "id", "L1", "candidateType", "host"),
                                Map.of("type", "remote-candidate", "id", "R1", "candidateType", "prflx")),
                        Instant.EPOCH)
                .totals();
        assertEquals(
                new Quality(
                        CALL, 49, 50, 2, 4.0, Optional.of(12.0), 48_000, 960, 0.25, 0.5, "opus/48000", "host/prflx"),
                quality);
    }

    @Test
    void withoutStatisticsThereAreZerosAndNoRoundTrip() {
        Quality quality = Readings.counters(CALL, List.of(), Instant.EPOCH).totals();
        assertEquals(0, quality.packetsReceived());
        assertTrue(quality.roundTrip().isEmpty());
        assertEquals("", quality.codec());
    }

    @Test
    void aReadingSaysWhenItWasMade() {
        Instant at = Instant.parse("2026-11-28T07:00:00Z");
        assertEquals(at, Readings.counters(CALL, List.of(), at).totals().at());
    }
}
