package pbx.simulator.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.PcmSource;

class SoundTest {
    private final Ring ring = new Ring();
    private final PcmSource reader = ring.reader();

    @Test
    void framesComeOutInOrderAndThenSilence() {
        for (int value = 1; value <= 3; value++) {
            ring.take(frame(480, value), 48_000);
        }
        assertEquals(1, next());
        assertEquals(2, next());
        assertEquals(3, next());
        assertEquals(0, next());
    }

    @Test
    void aSlowReaderSkipsTheOldestSoThatTheDelayStaysSmall() {
        for (int value = 1; value <= 6; value++) {
            ring.take(frame(480, value), 48_000);
        }
        assertEquals(5, next());
        assertEquals(6, next());
    }

    @Test
    void everyReaderHearsAllThatIsSaidSinceItCame() {
        ring.take(frame(480, 1), 48_000);
        PcmSource second = ring.reader();
        for (int value = 2; value <= 20; value++) {
            ring.take(frame(480, value), 48_000);
            short[] out = new short[480];
            second.fill(out);
            assertEquals(value, out[0]);
        }
        assertEquals(19, next());
        assertEquals(20, next());
        assertEquals(0, next());
    }

    @Test
    void inARoomEachHearsTheSumOfTheOthers() {
        Room room = new Room();
        Ring[] voices = {new Ring(), new Ring(), new Ring()};
        Sound[] heard = new Sound[3];
        for (int i = 0; i < 3; i++) {
            heard[i] = room.with(voices[i]);
        }
        say(voices);
        assertArrayEquals(new int[] {1100, 1010, 110}, hear(heard));
        heard[2].end().run();
        say(voices);
        assertEquals(100, hear(heard)[0]);
    }

    private static void say(Ring... voices) {
        int[] levels = {10, 100, 1000};
        for (int i = 0; i < 3; i++) {
            voices[i].take(frame(480, levels[i]), 48_000);
        }
    }

    private static int[] hear(Sound... sounds) {
        return Arrays.stream(sounds)
                .mapToInt(sound -> {
                    short[] out = new short[480];
                    sound.source().fill(out);
                    return out[479];
                })
                .toArray();
    }

    @Test
    void keysAreHeardAndSaidBack() {
        StringBuilder pressed = new StringBuilder();
        Sound sound = Programs.digits(pressed::append).with(new Ring());
        SaidBack keys = new SaidBack();
        "159#D*0".chars().forEach(key -> keys.say((char) key));
        StringBuilder back = new StringBuilder();
        DtmfEar far = new DtmfEar(back::append);
        for (int i = 0; i < 300; i++) {
            short[] said = new short[480];
            keys.fill(said);
            sound.tap().take(said, 48_000);
            short[] heard = new short[480];
            sound.source().fill(heard);
            far.take(heard, 48_000);
        }
        assertEquals("159#D*0", pressed.toString());
        assertEquals("159#D*0", back.toString());
    }

    @Test
    void musicSpeechAndTonesAreNoKeys() {
        StringBuilder pressed = new StringBuilder();
        DtmfEar ear = new DtmfEar(pressed::append);
        for (PcmSource source : List.of(Melody.hold(), Tone.steady(770, 8_000), Melody.emergency())) {
            for (int i = 0; i < 300; i++) {
                short[] frame = new short[480];
                source.fill(frame);
                ear.take(frame, 48_000);
            }
        }
        assertEquals("", pressed.toString());
    }

    @Test
    void whatIsRecordedIsPlayed() {
        Recorder recorder = new Recorder();
        for (int i = 0; i < 100; i++) {
            recorder.take(frame(480, 700), 48_000);
        }
        Speech speech = recorder.speech();
        assertEquals(1.0, speech.seconds());
        assertEquals(44 + 16_000, speech.file().length);
        PcmSource played = Speech.play(List.of(speech));
        short[] out = new short[480];
        for (int i = 0; i < 100; i++) {
            played.fill(out);
            assertEquals(700, out[479]);
        }
        played.fill(out);
        assertEquals(0, out[479]);
    }

    @Test
    void speechAtEightKilohertzIsStretchedByStraightLines() {
        short[] ramp = new short[80];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (short) ((i + 1) * 60);
        }
        ring.take(ramp, 8_000);
        short[] out = new short[480];
        reader.fill(out);
        for (int i = 0; i < out.length; i++) {
            assertEquals((i + 1) * 10, out[i]);
        }
    }

    @Test
    void theToneHasItsPitchAndLoudness() {
        Tone tone = Tone.steady(440, 8_000);
        int crossings = 0;
        int peak = 0;
        short last = 0;
        short[] frame = new short[480];
        for (int i = 0; i < 100; i++) {
            tone.fill(frame);
            for (short sample : frame) {
                crossings += last < 0 && sample >= 0 ? 1 : 0;
                peak = Math.max(peak, Math.abs(sample));
                last = sample;
            }
        }
        assertEquals(440, crossings, 1);
        assertTrue(peak > 7_950 && peak <= 8_000, "peak " + peak);
    }

    private int next() {
        short[] out = new short[480];
        reader.fill(out);
        return out[0];
    }

    private static short[] frame(int samples, int value) {
        short[] frame = new short[samples];
        Arrays.fill(frame, (short) value);
        return frame;
    }
}
