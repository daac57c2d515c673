package pbx.console.html;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pbx.api.media.Quality;

/** How a call sounded in its last two minutes: the listener's score as a line, what was lost as another, and the last reading. */
final class QualityGraph {
    private static final int SECONDS = 120;
    private static final int HEIGHT = 24;
    private static final double BEST = 4.5;
    private static final double WORST = 1;
    private static final double ALL_LOST = 0.2;

    private QualityGraph() {}

    static String render(List<Quality> readings) {
        if (readings.isEmpty()) {
            return "";
        }
        List<Quality> lately = readings.subList(Math.max(0, readings.size() - SECONDS), readings.size());
        Quality now = readings.get(readings.size() - 1);
        return "<svg class=\"graph\" viewBox=\"0 0 " + SECONDS + " " + HEIGHT + "\" role=\"img\" aria-label=\""
                + Html.text(words(now)) + "\">"
                + line("score", lately, reading -> (reading.score() - WORST) / (BEST - WORST))
                + line("lost", lately, reading -> reading.lost() / ALL_LOST)
                + "</svg> <span class=\"number\">" + Html.text(words(now)) + "</span>";
    }

    private static String words(Quality now) {
        String score = now.score() == 0 ? "" : String.format(Locale.ROOT, "MOS %.1f · ", now.score());
        String trip = now.roundTrip()
                .map(ms -> String.format(Locale.ROOT, " · %.0f ms there and back", ms))
                .orElse("");
        return score
                + String.format(Locale.ROOT, "%.1f %% lost · %.0f ms jitter", now.lost() * 100, now.jitter())
                + trip;
    }

    private static String line(String style, List<Quality> readings, ToDoubleFunction<Quality> share) {
        int first = SECONDS - readings.size();
        String points = IntStream.range(0, readings.size())
                .mapToObj(i -> (first + i) + "," + y(share.applyAsDouble(readings.get(i))))
                .collect(Collectors.joining(" "));
        return "<polyline class=\"" + style + "\" points=\"" + points + "\"/>";
    }

    private static String y(double share) {
        double bounded = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
        return String.format(Locale.ROOT, "%.1f", HEIGHT - 1 - bounded * (HEIGHT - 2));
    }
}
