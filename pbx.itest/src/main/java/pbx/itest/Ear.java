package pbx.itest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import pbx.webrtc.AudioEngine;

/** Listens to what a call receives, in windows of 100 ms, and tells when it hears what is waited for. */
final class Ear implements AudioEngine.PcmSink, AutoCloseable {
    private static final int WINDOWS_A_SECOND = 10;

    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
    private final AudioEngine.Registration registration;
    private short[] window = new short[0];
    private int filled;

    private record Waiting(Predicate<Sound> wanted, CompletableFuture<Sound> heard) {}

    /** One window. */
    static final class Sound {
        private final short[] samples;
        private final int rate;

        Sound(short[] samples, int rate) {
            this.samples = samples;
            this.rate = rate;
        }

        /** Root mean square. */
        double loudness() {
            double sum = 0;
            for (short sample : samples) {
                sum += (double) sample * sample;
            }
            return Math.sqrt(sum / samples.length);
        }

        /** Amplitude of one frequency, by Goertzel's algorithm. */
        double amplitude(double hertz) {
            double w = 2 * Math.PI * hertz / rate;
            double coefficient = 2 * Math.cos(w);
            double before = 0;
            double beforeThat = 0;
            for (short sample : samples) {
                double now = sample + coefficient * before - beforeThat;
                beforeThat = before;
                before = now;
            }
            double power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
            return 2 * Math.sqrt(Math.max(power, 0)) / samples.length;
        }

        /** Whether this is that tone and little else. */
        boolean is(double hertz) {
            double amplitude = amplitude(hertz);
            return amplitude > 1000 && amplitude / Math.sqrt(2) > 0.8 * loudness();
        }

        boolean silent() {
            return loudness() < 50;
        }
    }

    Ear(AudioEngine engine, String session) {
        this(engine, "media", session);
    }

    Ear(AudioEngine engine, String owner, String session) {
        registration = engine.sink(owner, session, this);
    }

    @Override
    public synchronized void take(short[] samples, int rate) {
        if (window.length != rate / WINDOWS_A_SECOND) {
            window = new short[rate / WINDOWS_A_SECOND];
            filled = 0;
        }
        for (short sample : samples) {
            window[filled++] = sample;
            if (filled == window.length) {
                tell(new Sound(window.clone(), rate));
                filled = 0;
            }
        }
    }

    private void tell(Sound sound) {
        List<Waiting> satisfied =
                waiting.stream().filter(one -> one.wanted().test(sound)).toList();
        waiting.removeAll(satisfied);
        satisfied.forEach(one -> one.heard().complete(sound));
    }

    Sound hear(Predicate<Sound> wanted) throws Exception {
        return hear(wanted, 20);
    }

    Sound hear(Predicate<Sound> wanted, int seconds) throws Exception {
        Waiting one = new Waiting(wanted, new CompletableFuture<>());
        waiting.add(one);
        return one.heard().get(seconds, TimeUnit.SECONDS);
    }

    /** Whether it is heard within that time. */
    boolean hears(Predicate<Sound> wanted, int seconds) throws Exception {
        try {
            hear(wanted, seconds);
            return true;
        } catch (TimeoutException notHeard) {
            return false;
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}
