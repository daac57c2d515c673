package pbx.media.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoreTest {
    /** G.107, annex B: R = 93.2 is 4.41; 80 is 4.03 (4.0), 70 is 3.60 (3.6), 60 is 3.10 (3.1), 50 is 2.58 (2.6). */
    @Test
    void theCurveIsG107s() {
        assertEquals(4.41, Score.mos(93.2), 0.01);
        assertEquals(4.02, Score.mos(80), 0.01);
        assertEquals(3.60, Score.mos(70), 0.01);
        assertEquals(3.10, Score.mos(60), 0.01);
        assertEquals(2.58, Score.mos(50), 0.01);
        assertEquals(1, Score.mos(-5));
        assertEquals(4.5, Score.mos(120));
    }

    @Test
    void delayAndLossMakeItWorse() {
        double good = Score.of(20, 30, 0);
        assertTrue(good > 4.3, "" + good);
        assertTrue(Score.of(600, 30, 0) < 3.9);
        assertEquals(Score.mos(93.2 - 0.024 * 60 - 95 * 5 / (5 + 25.1)), Score.of(20, 30, 0.05), 1e-9);
        assertTrue(Score.of(20, 30, 0.2) < 2.7);
    }
}
