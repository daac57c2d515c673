package pbx.media.quality;

import java.util.Locale;

/**
 * The mean opinion score that the E-model (ITU-T G.107) expects of what is known of the network.
 *
 * <p>{@code R = 93.2 - Id - Ie,eff}, where 93.2 is {@code Ro - Is} with all of G.107's defaults (quiet rooms, usual telephones);
 *
 * <ul>
 *   <li>{@code Id = 0.024 Ta + 0.11 (Ta - 177.3) [Ta > 177.3]}, the usual straight lines through G.107's curve of the one-way
 *       delay {@code Ta} in ms (Cole and Rosenbluth 2001): half the round trip, the jitter buffer, and 20 ms of packet;
 *   <li>{@code Ie,eff = Ie + (95 - Ie) Ppl / (Ppl + Bpl)} with {@code Ppl} in percent, loss taken as random; {@code Ie} and
 *       {@code Bpl} as below;
 *   <li>{@code MOS = 1 + 0.035 R + 7e-6 R (R - 60) (100 - R)}, 1 below R = 0, 4.5 above R = 100.
 * </ul>
 *
 * <p>{@code Ie} and {@code Bpl}: G.711 with concealment 0 and 25.1 (G.113, appendix I). G.113 has no narrow-band values for Opus
 * and G.722; they are taken as G.711's, which is on the careful side for their wider band, and does for comparing calls.
 */
final class Score {
    private static final double BASE = 93.2;
    private static final double PACKET_MS = 20;
    private static final double KNEE_MS = 177.3;
    private static final double IMPAIRMENT = 0;
    private static final double ROBUSTNESS = 25.1;

    private Score() {}

    /** @param lost share of what should have been heard, 0 to 1 */
    static double of(double roundTripMs, double bufferMs, double lost) {
        double delay = roundTripMs / 2 + bufferMs + PACKET_MS;
        double late = 0.024 * delay + 0.11 * Math.max(0, delay - KNEE_MS);
        double percent = 100 * Math.max(0, Math.min(1, lost));
        double holes = IMPAIRMENT + (95 - IMPAIRMENT) * percent / (percent + ROBUSTNESS);
        return mos(BASE - late - holes);
    }

    static double mos(double r) {
        if (r <= 0) {
            return 1;
        }
        return r >= 100 ? 4.5 : Math.max(1, 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r));
    }

    /** With one decimal, for logs. */
    static String text(double score) {
        return String.format(Locale.ROOT, "%.1f", score);
    }
}
