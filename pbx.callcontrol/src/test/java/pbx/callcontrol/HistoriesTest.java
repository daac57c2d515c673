package pbx.callcontrol;

import org.junit.jupiter.api.Test;

/** Random histories with fixed seeds: no call is stuck, none comes back, nothing is heard by whom it is not for. */
class HistoriesTest {
    private static final int SAMPLED = 2_000;
    private static final int ALL = 25_000;
    private static final int EVENTS = 30;

    @Test
    void whateverTheOrder() {
        int histories = Boolean.getBoolean("pbx.full") ? ALL : SAMPLED;
        for (int seed = 0; seed < histories; seed++) {
            try {
                new History(seed).play(EVENTS);
            } catch (AssertionError e) {
                throw new AssertionError("history " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
