package pbx.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pbx.api.call.CallId;
import pbx.api.media.Quality;

/** The engine's W3C statistics as one {@link Quality}. */
final class Readings {
    private final List<Map<String, Object>> stats;

    private Readings(List<Map<String, Object>> stats) {
        this.stats = stats;
    }

    static Quality quality(CallId call, List<Map<String, Object>> stats) {
        Readings all = new Readings(stats);
        Map<String, Object> in = all.first("inbound-rtp");
        Map<String, Object> out = all.first("outbound-rtp");
        return new Quality(
                call,
                whole(out, "packetsSent"),
                whole(in, "packetsReceived"),
                whole(in, "packetsLost"),
                real(in, "jitter") * 1000,
                all.roundTrip(),
                whole(in, "totalSamplesReceived"),
                whole(in, "concealedSamples"),
                real(in, "audioLevel"),
                real(all.first("media-source"), "audioLevel"),
                all.codec(in),
                all.path());
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
