package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.EngineException.Reason;
import pbx.webrtc.Tone;

class StatisticsTest {
    @Test
    void aCallHasThemUnderTheirW3cNamesInPlainValues() throws Exception {
        Engine engine = new Engine(Natives.load(), () -> true);
        try (Line line = new Line(engine, "stats").connect()) {
            line.play("media", new Tone(440));
            line.atPbx.hear(sound -> sound.has(440));
            List<Map<String, Object>> all = engine.stats("pbx", line.id).get(30, TimeUnit.SECONDS);
            Map<String, Object> inbound = of("inbound-rtp", all);
            assertTrue((Long) inbound.get("packetsReceived") > 0, inbound::toString);
            assertTrue((Double) inbound.get("totalAudioEnergy") > 0, inbound::toString);
            assertEquals(0L, inbound.get("packetsLost"));
            assertEquals("connected", of("transport", all).get("dtlsState"));
            assertEquals("AES_CM_128_HMAC_SHA1_80", of("transport", all).get("srtpCipher"));
            for (String type : List.of("outbound-rtp", "candidate-pair", "local-candidate", "codec", "media-source")) {
                assertTrue(of(type, all).get("id") instanceof String);
            }
            all.forEach(entry -> entry.forEach((name, value) -> assertTrue(isPlain(value), name)));
        } finally {
            engine.stop();
        }
    }

    @Test
    void nativeValuesBecomePlainOnes() {
        assertEquals(7L, Statistics.plain(BigInteger.valueOf(7)));
        assertEquals(7L, Statistics.plain(7));
        assertEquals(1.5, Statistics.plain(1.5f));
        assertEquals(List.of(1L, "a", true), Statistics.plain(new Object[] {1, "a", true}));
        assertEquals(Map.of("a", List.of(2L)), Statistics.plain(Map.of("a", List.of(2))));
        assertEquals("INVALID", Statistics.plain(Reason.INVALID));
    }

    private static Map<String, Object> of(String type, List<Map<String, Object>> all) {
        return all.stream()
                .filter(entry -> entry.get("type").equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isPlain(Object value) {
        return value instanceof Long
                || value instanceof Double
                || value instanceof String
                || value instanceof Boolean
                || (value instanceof List<?> list && list.stream().allMatch(StatisticsTest::isPlain))
                || (value instanceof Map<?, ?> map && map.values().stream().allMatch(StatisticsTest::isPlain));
    }
}
