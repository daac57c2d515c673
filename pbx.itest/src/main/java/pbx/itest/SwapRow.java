package pbx.itest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One row of the table: what was replaced how, how long it was away, and what was heard of it. */
final class SwapRow {
    final String what;
    final String how;
    private final List<Double> gaps = new ArrayList<>();
    private final List<Double> rights = new ArrayList<>();
    private int kept;
    private SwapSound sound;

    SwapRow(String what, String how) {
        this.what = what;
        this.how = how;
    }

    /** What was added since the last that was heard does not count. */
    void begin() {
        gaps.subList(kept, gaps.size()).clear();
        rights.subList(kept, rights.size()).clear();
    }

    void heard(SwapSound more) {
        kept = gaps.size();
        sound = sound == null ? more : sound.and(more);
    }

    /** Both in ms. */
    void add(double gap, double right) {
        gaps.add(gap);
        rights.add(right);
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s | %s | %d | %d | %.1f | %d |",
                what,
                how,
                gaps.size(),
                range(gaps),
                range(rights),
                sound.lost(),
                sound.concealed(),
                sound.gap(),
                sound.there().silent() * 10);
    }

    /** Names are ours: nothing needs escaping. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"replaced\":\"%s\",\"how\":\"%s\",\"gaps\":%s,\"right\":%s,\"lost\":%d,\"concealed\":%d,"
                        + "\"longestGap\":%.1f,\"silenceThere\":%d}",
                what,
                how,
                rounded(gaps),
                rounded(rights),
                sound.lost(),
                sound.concealed(),
                sound.gap(),
                sound.there().silent() * 10);
    }

    private static List<Double> rounded(List<Double> values) {
        return values.stream().map(ms -> Math.round(ms * 10) / 10.0).toList();
    }

    private static String range(List<Double> values) {
        return String.format(
                Locale.ROOT,
                "%.0f / %.0f",
                median(values),
                values.stream().max(Double::compare).orElse(0.0));
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
