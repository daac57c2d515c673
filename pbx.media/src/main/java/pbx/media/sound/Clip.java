package pbx.media.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A WAV file in memory, played once or again and again. */
public final class Clip implements Sound {
    private static final int MOST_SECONDS = 300;

    private final short[] samples;
    private final boolean again;
    private int position;

    private Clip(short[] samples, boolean again) {
        this.samples = samples;
        this.again = again;
    }

    /** Reads it whole, at most its first five minutes. Fails with what is wrong with the file, in one line. */
    public static Clip read(Path file, boolean again) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                AudioInputStream in = AudioSystem.getAudioInputStream(bytes)) {
            AudioFormat is = in.getFormat();
            int rate = (int) is.getSampleRate();
            AudioFormat plain = new AudioFormat(rate, 16, is.getChannels(), true, false);
            try (AudioInputStream decoded = AudioSystem.getAudioInputStream(plain, in)) {
                byte[] all = decoded.readNBytes(MOST_SECONDS * rate * 2 * is.getChannels());
                short[] mono = mono(Pcm.samples(all), is.getChannels());
                return new Clip(new Resampler(rate, Pcm.RATE).of(mono), again);
            }
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            throw new IOException(file + " is no WAV file that can be played: " + e.getMessage(), e);
        }
    }

    /** The same from its beginning. */
    public Clip anew() {
        return new Clip(samples, again);
    }

    private static short[] mono(short[] samples, int channels) {
        short[] mono = new short[samples.length / channels];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += samples[i * channels + channel];
            }
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    @Override
    public boolean addTo(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            if (position == samples.length && again) {
                position = 0;
            }
            if (position == samples.length) {
                return i > 0;
            }
            Pcm.add(frame, i, samples[position++]);
        }
        return true;
    }
}
