package pbx.ui.swing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** A tone to hear, and how loud the microphone is. Each runs on a thread of its own, which ends with it. */
final class SoundCheck {
    private static final int RATE = 16_000;
    private static final double PITCH = 440;
    private static final double LOUD = 0.2;
    private static final int TENTH = RATE / 10 * 2;
    private static final double FULL = 32_768;

    private final Player player;
    private final Lines lines;
    private final AtomicReference<Thread> listening = new AtomicReference<>();

    SoundCheck(Lines lines) {
        this.lines = lines;
        this.player = new Player(lines::speaker);
    }

    /** One second at 440 Hz. */
    void tone(Consumer<Optional<String>> ended) {
        player.play(Wav.of(samples(), RATE), ended);
    }

    /** Ten times a second, until it is stopped or fails. */
    void listen(DoubleConsumer level, Consumer<Optional<String>> problem) {
        Thread thread = new Thread(() -> run(level, problem), "softphone-microphone");
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        listening.set(thread);
        thread.start();
    }

    void stop() {
        player.stop();
        listening.set(null);
    }

    private void run(DoubleConsumer level, Consumer<Optional<String>> problem) {
        try (TargetDataLine line = lines.microphone()) {
            line.start();
            byte[] tenth = new byte[TENTH];
            while (listening.get() == Thread.currentThread() && line.read(tenth, 0, TENTH) == TENTH) {
                level.accept(loudness(tenth));
            }
        } catch (LineUnavailableException | RuntimeException e) {
            if (listening.get() == Thread.currentThread()) {
                problem.accept(Optional.of(Plain.line(String.valueOf(e.getMessage()))));
            }
        }
    }

    /** Root of the mean square, 0 to 1. */
    static double loudness(byte[] samples) {
        double sum = 0;
        for (int i = 0; i < samples.length; i += 2) {
            double sample = (short) ((samples[i] & 0xFF) | (samples[i + 1] << 8)) / FULL;
            sum += sample * sample;
        }
        return Math.sqrt(sum / (samples.length / 2.0));
    }

    // It swells and fades, so that it does not click.
    private static short[] samples() {
        short[] samples = new short[RATE];
        for (int i = 0; i < RATE; i++) {
            double envelope = Math.min(1, Math.min(i, RATE - i) / (RATE / 50.0));
            samples[i] = (short) (FULL * LOUD * envelope * Math.sin(2 * Math.PI * PITCH * i / RATE));
        }
        return samples;
    }
}
