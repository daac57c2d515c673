package pbx.media.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEarTest {
    private static final int SECONDS = Boolean.getBoolean("pbx.full") ? 1_800 : 60;

    private final StringBuilder heard = new StringBuilder();
    private final KeyEar ear = new KeyEar(key -> heard.append((char) key));
    private final Random random = new Random(11);

    @Test
    void everyKeyIsHeardOnceAPress() {
        String keys = "1234567890*#ABCD1199";
        hear(Beeps.keys(keys), 0);
        assertEquals(keys, heard.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void alsoInNoise(int noise) {
        hear(Beeps.keys("159#"), noise);
        assertEquals("159#", heard.toString());
    }

    @Test
    void aShortHoleDoesNotMakeTwoOfOne() {
        Beeps.Beep key = new Beeps.Beep(100, 3_000, 770, 1336);
        hear(Beeps.once(key, Beeps.Beep.pause(10), key, Beeps.Beep.pause(200)), 0);
        assertEquals("5", heard.toString());
    }

    /** Dial tones, ringbacks, one tone of a key alone, one much louder than the other, one too short. */
    @ParameterizedTest
    @CsvSource({
        "350,440,500",
        "440,480,500",
        "425,0,500",
        "697,0,500",
        "1209,0,500",
        "697,770,500",
        "941,1400,500",
        "770,1336,20"
    })
    void otherTonesAreNoKeys(double low, double high, int ms) {
        hear(Beeps.once(new Beeps.Beep(ms, 5_000, low, high), Beeps.Beep.pause(300)), 0);
        assertEquals("", heard.toString());
    }

    /** Vowels of changing pitch and colour, with noise for consonants: a minute of it without any, half an hour with three at most. */
    @Test
    void aVoiceIsNoKey() {
        double phase = 0;
        double[] state = new double[6];
        for (int syllable = 0; syllable < SECONDS * 5; syllable++) {
            double pitch = 90 + 160 * random.nextDouble();
            double[] formants = {300 + 500 * random.nextDouble(), 900 + 1_300 * random.nextDouble(), 2_500};
            double voiced = random.nextInt(4) == 0 ? 0 : 1;
            for (int frame = 0; frame < 20; frame++) {
                short[] sound = new short[480];
                for (int i = 0; i < sound.length; i++) {
                    phase += pitch * (1 + 0.1 * Math.sin(frame / 3.0)) / 48_000;
                    double pulse = phase >= 1 ? 1 : 0;
                    phase -= pulse;
                    double source = voiced * pulse * 9_000 + (1 - voiced) * random.nextGaussian() * 400;
                    sound[i] = Pcm.clipped(Math.round(voice(source, formants, state)));
                }
                ear.hear(sound);
            }
        }
        assertTrue(heard.length() <= SECONDS / 600, () -> "heard " + heard);
    }

    /** Three resonances side by side. */
    private static double voice(double source, double[] formants, double[] state) {
        double sum = 0;
        for (int i = 0; i < formants.length; i++) {
            double radius = 1 - Math.PI * (60 + 40 * i) / 48_000;
            double now = source
                    + 2 * radius * Math.cos(2 * Math.PI * formants[i] / 48_000) * state[2 * i]
                    - radius * radius * state[2 * i + 1];
            state[2 * i + 1] = state[2 * i];
            state[2 * i] = now;
            sum += now * 0.05;
        }
        return sum;
    }

    private void hear(Sound sound, int noise) {
        short[] frame = new short[480];
        while (sound.addTo(frame)) {
            for (int i = 0; i < frame.length && noise > 0; i++) {
                Pcm.add(frame, i, (int) (random.nextGaussian() * noise));
            }
            ear.hear(frame);
            frame = new short[480];
        }
        for (int i = 0; i < 10; i++) {
            ear.hear(new short[480]);
        }
    }
}
