package pbx.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pbx.media.sound.Sine;

class CallSoundTest {
    private static final short[] SILENCE = new short[480];

    private final CallSound sound = new CallSound();
    private final Sine voice = new Sine(440, 48_000, 8_000);

    @Test
    void whatIsSaidIsSent() {
        talk(10);
        assertTrue(Sine.amplitude(sent(), 48_000, 440) > 6_000);
        assertTrue(sound.levels().microphone() > 0.1);
    }

    @Test
    void muteIsRealSilenceAndWhatWasSaidMeanwhileIsNotSentLater() {
        talk(10);
        sound.muted(true);
        assertArrayEquals(SILENCE, sent());
        talk(50);
        assertArrayEquals(SILENCE, sent());
        assertTrue(sound.levels().microphone() > 0.1, "the meter shows that somebody talks");
        sound.muted(false);
        assertArrayEquals(SILENCE, sent());
    }

    @Test
    void onHoldNothingIsSaidOrHeardButMusic() {
        sound.paused(true);
        talk(10);
        sound.take(voice.next(480), 48_000);
        assertArrayEquals(SILENCE, sent());
        short[] heard = new short[480];
        sound.heard(heard);
        assertArrayEquals(SILENCE, heard);
        sound.music(frame -> {
            frame[0] = 5;
            return true;
        });
        assertEquals(5, sent()[0]);
        sound.paused(false);
        assertEquals(0, sent()[0]);
    }

    @Test
    void anInjectionIsMixedOrAlone() {
        CallSound.Extra beside = new CallSound.Extra(CallSoundTest::hundred, false);
        talk(10);
        sound.add(beside);
        short[] mixed = sent();
        assertTrue(Sine.amplitude(mixed, 48_000, 440) > 6_000);
        sound.remove(beside);
        sound.add(new CallSound.Extra(CallSoundTest::hundred, true));
        short[] alone = sent();
        assertEquals(100, alone[7]);
        sound.muted(true);
        assertEquals(100, sent()[7], "mute is the microphone's");
    }

    @Test
    void whateverTheCodecsRateOthersHearFramesOfTenMs() {
        List<short[]> heard = new ArrayList<>();
        sound.add((there, frame) -> heard.add(frame.clone()));
        Sine telephone = new Sine(440, 8_000, 8_000);
        for (int i = 0; i < 20; i++) {
            sound.take(telephone.next(80), 8_000);
        }
        assertEquals(20, heard.size(), 2);
        heard.forEach(frame -> assertEquals(480, frame.length));
        assertTrue(Sine.amplitude(heard.get(10), 48_000, 440) > 6_000);
        assertTrue(sound.heardWithin(60_000));
    }

    private static boolean hundred(short[] frame) {
        Arrays.fill(frame, (short) 100);
        return true;
    }

    private void talk(int frames) {
        for (int i = 0; i < frames; i++) {
            sound.said(voice.next(480));
        }
    }

    private short[] sent() {
        short[] frame = new short[480];
        sound.fill(frame);
        return frame;
    }
}
