package pbx.media.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {
    @TempDir
    Path folder;

    @Test
    void itCanBePlayedWhileItIsBeingWrittenAndGoesOnLater() throws Exception {
        Path path = folder.resolve("call.wav");
        WavFile killed = new WavFile(path);
        killed.write(new short[] {1, 2}, new short[] {-1, -2, -3});
        assertEquals(2, frames(path));
        killed.close();
        try (WavFile file = new WavFile(path)) {
            assertEquals(2, file.length());
            file.write(new short[] {3}, new short[] {-3});
        }
        try (AudioInputStream in = AudioSystem.getAudioInputStream(path.toFile())) {
            AudioFormat format = in.getFormat();
            assertEquals(2, format.getChannels());
            assertEquals(16_000, format.getSampleRate());
            assertEquals(3, in.getFrameLength());
            short[] all = Pcm.samples(in.readAllBytes());
            assertEquals(3, all[4]);
            assertEquals(-3, all[5]);
        }
    }

    @Test
    void aFileThatWasCutShortIsGoneOnWith() throws Exception {
        Path path = folder.resolve("cut.wav");
        Files.write(path, new byte[44 + 9]);
        try (WavFile file = new WavFile(path)) {
            assertEquals(2, file.length());
            file.write(new short[] {7}, new short[] {7});
        }
        assertEquals(3, frames(path));
    }

    @Test
    void aClipIsPlayedOnceOrAgainAndAgain() throws Exception {
        Path path = folder.resolve("ring.wav");
        try (WavFile file = new WavFile(path)) {
            short[] tone = new Sine(440, 16_000, 8_000).next(1_600);
            file.write(tone, tone);
        }
        Clip once = Clip.read(path, false);
        int frames = 0;
        for (short[] frame = new short[480]; once.addTo(frame); frame = new short[480]) {
            frames++;
        }
        assertEquals(10, frames, 1);
        Clip again = Clip.read(path, true);
        for (int i = 0; i < 100; i++) {
            assertTrue(again.addTo(new short[480]));
        }
        assertFalse(Clip.read(path, false).anew() == once);
    }

    @Test
    void whatIsNoSoundSaysSo() throws Exception {
        Path path = Files.writeString(folder.resolve("letter.wav"), "Dear Sir or Madam");
        IOException wrong = assertThrows(IOException.class, () -> Clip.read(path, false));
        assertTrue(wrong.getMessage().contains("letter.wav is no WAV file"), wrong::getMessage);
    }

    private static long frames(Path path) throws Exception {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(path.toFile())) {
            return in.getFrameLength();
        }
    }
}
