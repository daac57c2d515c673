package pbx.ui.swing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pbx.api.media.Quality;

/** How a call sounds, in words that explain themselves. Pure. */
final class QualityText {
    private static final double GOOD = 4.0;
    private static final double FAIR = 3.5;
    private static final double POOR = 2.8;

    private final Texts texts;

    QualityText(Texts texts) {
        this.texts = texts;
    }

    /** Of four; 0 while nothing is known. */
    static int bars(Quality quality) {
        double score = quality.score();
        if (score <= 0) {
            return 0;
        }
        return score >= GOOD ? 4 : score >= FAIR ? 3 : score >= POOR ? 2 : 1;
    }

    String word(Quality quality) {
        return texts.get("quality." + bars(quality));
    }

    /** What is wrong and what to do about it, then the figures. */
    String explanation(Quality quality) {
        Stream<String> wrong = quality.warnings().stream().sorted().map(warning -> texts.get("quality." + warning));
        List<String> lines = Stream.concat(wrong, Stream.of(figures(quality))).toList();
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private String figures(Quality quality) {
        String delay = quality.roundTrip()
                .map(ms -> texts.get("quality.roundTrip", Math.round(ms)))
                .orElseGet(() -> texts.get("quality.noRoundTrip"));
        String score = quality.score() > 0 ? texts.get("quality.score", quality.score()) : texts.get("quality.noScore");
        return texts.get(
                "quality.figures",
                score,
                quality.lost(),
                Math.round(quality.jitter()),
                delay,
                quality.codec().isEmpty() ? "–" : Plain.line(quality.codec()));
    }
}
