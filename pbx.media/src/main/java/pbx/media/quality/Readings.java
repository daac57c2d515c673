package pbx.media.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pbx.api.call.CallId;
import pbx.api.media.Quality;

/** The engine's statistics (names and units are those of W3C's webrtc-stats) as one {@link Counters}. */
final class Readings {
    private final List<Map<String, Object>> stats;

    private Readings(List<Map<String, Object>> stats) {
        this.stats = stats;
    }

    static Counters counters(CallId call, List<Map<String, Object>> stats, Instant at) {
        Readings all = new Readings(stats);
        Map<String, Object> in = all.first("inbound-rtp");
        return new Counters(
                all.totals(call, in, at),
                at,
                whole(in, "bytesReceived"),
                whole(all.first("outbound-rtp"), "bytesSent"),
                whole(in, "concealedSamples") - whole(in, "silentConcealedSamples"),
                real(in, "jitterBufferDelay"),
                whole(in, "jitterBufferEmittedCount"));
    }

    static String address(List<Map<String, Object>> stats) {
        return new Readings(stats).address();
    }

    /** Of the last second nothing is known by one reading alone. */
    private Quality totals(CallId call, Map<String, Object> in, Instant at) {
        return new Quality(
                call,
                whole(first("outbound-rtp"), "packetsSent"),
                whole(in, "packetsReceived"),
                whole(in, "packetsLost"),
                real(in, "jitter") * 1000,
                roundTrip(),
                whole(in, "totalSamplesReceived"),
                whole(in, "concealedSamples"),
                real(in, "audioLevel"),
                real(first("media-source"), "audioLevel"),
                codec(in),
                path(),
                at,
                0,
                0,
                0,
                0,
                0,
                Set.of());
    }

    private Optional<Double> roundTrip() {
        Object reported = first("remote-inbound-rtp").get("roundTripTime");
        Object measured = reported != null ? reported : pair().get("currentRoundTripTime");
        return measured instanceof Number seconds ? Optional.of(seconds.doubleValue() * 1000) : Optional.empty();
    }

    private String codec(Map<String, Object> rtp) {
        Map<String, Object> codec = byId(rtp.get("codecId"));
        String mime = String.valueOf(codec.getOrDefault("mimeType", ""));
        return mime.isEmpty() ? "" : mime.replace("audio/", "") + "/" + whole(codec, "clockRate");
    }

    private String path() {
        Object local = byId(pair().get("localCandidateId")).get("candidateType");
        Object remote = byId(pair().get("remoteCandidateId")).get("candidateType");
        return local == null || remote == null ? "" : local + "/" + remote;
    }

    /** This side's own address of the selected pair, empty if it is none of this machine's interfaces. */
    private String address() {
        Map<String, Object> local = byId(pair().get("localCandidateId"));
        Object ip = local.getOrDefault("address", local.get("ip"));
        return "host".equals(local.get("candidateType")) && ip != null ? ip.toString() : "";
    }

    private Map<String, Object> pair() {
        return byId(first("transport").get("selectedCandidatePairId"));
    }

    private Map<String, Object> first(String type) {
        return stats.stream()
                .filter(s -> type.equals(s.get("type")))
                .findFirst()
                .orElse(Map.of());
    }

    private Map<String, Object> byId(Object id) {
        return id == null
                ? Map.of()
                : stats.stream().filter(s -> id.equals(s.get("id"))).findFirst().orElse(Map.of());
    }

    private static long whole(Map<String, Object> stats, String name) {
        return stats.get(name) instanceof Number n ? n.longValue() : 0;
    }

    private static double real(Map<String, Object> stats, String name) {
        return stats.get(name) instanceof Number n ? n.doubleValue() : 0;
    }
}
