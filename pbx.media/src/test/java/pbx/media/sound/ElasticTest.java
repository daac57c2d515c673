package pbx.media.sound;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticTest {
    private static final int MOST_STEP = 600;

    private final Elastic elastic = new Elastic();

    /** 300 Hz of amplitude 8000 moves by 314 from sample to sample at most; a hole or a jump would be far more. */
    @ParameterizedTest
    @ValueSource(doubles = {99.0, 99.6, 100.0, 100.5})
    void twoClocksThatDisagreeMakeNoHoles(double writesPerSecond) {
        Sine tone = new Sine(300, 48_000, 8_000);
        double due = 0;
        short last = 0;
        int silent = 0;
        for (int read = 0; read < 6_000; read++) {
            for (due += writesPerSecond / 100; due >= 1; due--) {
                elastic.put(tone.next(480));
            }
            short[] frame = new short[480];
            if (!elastic.addTo(frame)) {
                silent++;
                continue;
            }
            for (short sample : frame) {
                int step = Math.abs(sample - last);
                int at = read;
                assertTrue(read < 10 || step < MOST_STEP, () -> step + " at " + at);
                last = sample;
            }
        }
        assertTrue(silent < 5, silent + " silent frames in a minute");
    }

    @Test
    void withoutAnythingItSaysSoAndWaitsUntilThereIsEnoughAgain() {
        assertFalse(elastic.addTo(new short[480]));
        elastic.put(new short[480]);
        elastic.put(new short[480]);
        assertFalse(elastic.addTo(new short[480]));
        elastic.put(new short[480]);
        assertTrue(elastic.addTo(new short[480]));
    }

    @Test
    void aReaderThatWasAwayHearsTheNewest() {
        for (short i = 1; i <= 50; i++) {
            short[] frame = new short[480];
            Arrays.fill(frame, (short) (i * 100));
            elastic.put(frame);
        }
        short[] heard = new short[480];
        elastic.addTo(heard);
        assertTrue(heard[0] >= 4_200, "at most 80 ms old: " + heard[0]);
        elastic.clear();
        assertFalse(elastic.addTo(heard));
    }
}
