package pbx.webrtc.engine;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The W3C statistics in plain JDK values: Long, Double, String, Boolean, and List or Map of these. */
final class Statistics {
    private Statistics() {}

    static List<Map<String, Object>> of(RTCPeerConnection connection) throws ExecutionException {
        CompletableFuture<RTCStatsReport> report = new CompletableFuture<>();
        connection.getStats(report::complete);
        return Await.of(report).getStats().values().stream()
                .map(Statistics::entry)
                .toList();
    }

    private static Map<String, Object> entry(RTCStats stats) {
        Map<String, Object> entry = new LinkedHashMap<>();
        stats.getAttributes().forEach((name, value) -> {
            if (value != null) {
                entry.put(name, plain(value));
            }
        });
        entry.put("type", stats.getType().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        entry.put("id", stats.getId());
        entry.put("timestamp", stats.getTimestamp() / 1000.0);
        return entry;
    }

    static Object plain(Object value) {
        if (value instanceof BigInteger || value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Statistics::plain).toList();
        }
        if (value instanceof Iterable<?> values) {
            List<Object> list = new ArrayList<>();
            values.forEach(each -> list.add(plain(each)));
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, each) -> copy.put(String.valueOf(name), plain(each)));
            return copy;
        }
        return value instanceof Boolean ? value : String.valueOf(value);
    }
}
