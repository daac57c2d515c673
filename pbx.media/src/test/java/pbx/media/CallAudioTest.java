package pbx.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallAudioTest {
    private final CallAudio audio = new CallAudio();

    @Test
    void whatIsSaidIsSentInOrderAndThenSilence() {
        audio.said(new short[] {1, 2});
        audio.said(new short[] {3, 4});
        assertArrayEquals(new short[] {1, 2}, sent());
        assertArrayEquals(new short[] {3, 4}, sent());
        assertArrayEquals(new short[] {0, 0}, sent());
    }

    @Test
    void muteAndHoldAreRealSilenceAndWhatWasSaidMeanwhileIsNotSentLater() {
        audio.muted(true);
        audio.said(new short[] {1, 2});
        assertArrayEquals(new short[] {0, 0}, sent());
        audio.muted(false);
        assertArrayEquals(new short[] {0, 0}, sent());
        audio.paused(true);
        audio.said(new short[] {5, 6});
        assertArrayEquals(new short[] {0, 0}, sent());
        audio.take(new short[] {7, 8}, 48_000);
        assertEquals(0, audio.heard().length);
    }

    @Test
    void aSlowReaderLosesTheOldest() {
        for (short i = 1; i <= 20; i++) {
            audio.said(new short[] {i, i});
        }
        assertEquals(15, sent()[0], "six frames wait, the newest ones");
    }

    @Test
    void eightKilohertzBecomeFortyEight() {
        audio.take(new short[] {10, 20}, 8_000);
        assertArrayEquals(new short[] {10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20}, audio.heard());
    }

    @Test
    void callsAreMixedAndClipped() {
        short[] mixed = {9, 9, 9};
        Pcm.mix(List.of(new short[] {30_000, 1}, new short[] {30_000, 2, 3}), mixed);
        assertArrayEquals(new short[] {Short.MAX_VALUE, 3, 3}, mixed);
    }

    @Test
    void samplesAndBytesAreTheSame() {
        short[] samples = {0, 1, -1, Short.MAX_VALUE, Short.MIN_VALUE};
        assertArrayEquals(samples, Pcm.samples(Pcm.bytes(samples)));
        assertArrayEquals(new byte[] {1, 0}, Pcm.bytes(new short[] {1}), "little-endian");
    }

    private short[] sent() {
        short[] frame = new short[2];
        audio.fill(frame);
        return frame;
    }
}
