package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    private final List<short[]> taken = new ArrayList<>();
    private final Speaker speaker = new Speaker(new Key("media", "a"));

    @Test
    void littleEndianBytesBecomeSamples() {
        speaker.sink((samples, rate) -> {
            assertEquals(8000, rate);
            taken.add(samples.clone());
        });
        speaker.onData(bytes(1, -1, 300, -32768), 16, 8000, 1, 4);
        assertArrayEquals(new short[] {1, -1, 300, -32768}, taken.get(0));
    }

    @Test
    void stereoIsAveraged() {
        speaker.sink((samples, rate) -> taken.add(samples.clone()));
        speaker.onData(bytes(100, 200, -100, -300, 32767, 32767), 16, 48000, 2, 3);
        assertArrayEquals(new short[] {150, -200, 32767}, taken.get(0));
    }

    @Test
    void whatIsNotUnderstoodIsDroppedSilently() {
        speaker.sink((samples, rate) -> taken.add(samples));
        speaker.onData(new byte[3], 16, 48000, 1, 480);
        speaker.onData(new byte[960], 32, 48000, 1, 240);
        assertEquals(List.of(), taken);
    }

    private static byte[] bytes(int... samples) {
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }
}
