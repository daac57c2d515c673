package pbx.ui.swing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Plays one sound at a time on a thread of its own, which ends with it. For any thread; nothing blocks. */
final class Player {
    private static final int CHUNK = 4096;

    private final AtomicReference<Thread> playing = new AtomicReference<>();
    private final Speaker speaker;
    private volatile boolean closed;

    /** Opens the line that a sound goes to; blocks. */
    interface Speaker {
        SourceDataLine open(AudioFormat format) throws LineUnavailableException;
    }

    Player(Speaker speaker) {
        this.speaker = speaker;
    }

    /** @param ended told once, on the thread, with what went wrong */
    void play(byte[] wav, Consumer<Optional<String>> ended) {
        stop();
        Thread thread = new Thread(() -> run(wav, ended), "softphone-player");
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        playing.set(thread);
        if (closed) {
            stop();
        } else {
            thread.start();
        }
    }

    /** What plays stops, and nothing plays any more: a message that is still on its way comes too late. */
    void close() {
        closed = true;
        stop();
    }

    /** Whether something was playing. */
    boolean stop() {
        Thread thread = playing.getAndSet(null);
        if (thread != null) {
            thread.interrupt();
        }
        return thread != null;
    }

    private void run(byte[] wav, Consumer<Optional<String>> ended) {
        Optional<String> problem = Optional.empty();
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav));
                AudioInputStream plain = linear(sound);
                SourceDataLine line = speaker.open(plain.getFormat())) {
            line.start();
            byte[] chunk = new byte[CHUNK - CHUNK % plain.getFormat().getFrameSize()];
            int length = plain.read(chunk);
            while (length > 0 && playing.get() == Thread.currentThread()) {
                line.write(chunk, 0, length);
                length = plain.read(chunk);
            }
            if (playing.get() == Thread.currentThread()) {
                line.drain();
            }
        } catch (IOException | UnsupportedAudioFileException | LineUnavailableException | RuntimeException e) {
            problem = Optional.of(Plain.line(String.valueOf(e.getMessage())));
        }
        playing.compareAndSet(Thread.currentThread(), null);
        ended.accept(problem);
    }

    // Mailboxes are often in A-law or mu-law, which no card plays.
    private static AudioInputStream linear(AudioInputStream sound) {
        AudioFormat format = sound.getFormat();
        boolean plain = format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED);
        return plain ? sound : AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, sound);
    }
}
