package pbx.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sound for a browser's microphone. */
final class Wav {
    private static final int RATE = 48_000;
    private static final int AMPLITUDE = 3_000;

    private Wav() {}

    /** One second, so that a whole number of Hertz has no seam when it is repeated. */
    static void sine(Path file, int hertz) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < RATE; i++) {
            samples.putShort((short) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples.array()), format, RATE),
                AudioFileFormat.Type.WAVE,
                file.toFile());
    }
}
