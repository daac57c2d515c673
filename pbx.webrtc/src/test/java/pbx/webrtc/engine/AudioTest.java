package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.Ear;
import pbx.webrtc.Sound;
import pbx.webrtc.Tone;

/** Sound through two real peer connections. */
class AudioTest {
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = new Engine(Natives.load(), Network::leadsOutward);
    }

    @AfterAll
    static void stop() {
        engine.stop();
    }

    @Test
    void eachSideHearsTheOtherAndOnlyTheOther() throws Exception {
        try (Line line = new Line(engine, "tones").connect()) {
            line.play("media", new Tone(440));
            line.play("pbx", new Tone(620));
            line.atPbx.hear(sound -> sound.has(440) && sound.lacks(620));
            line.atMedia.hear(sound -> sound.has(620) && sound.lacks(440));
        }
    }

    @Test
    void noSourceIsSilenceAndTheLastSourceWins() throws Exception {
        try (Line line = new Line(engine, "sources").connect()) {
            line.atPbx.hear(Sound::isSilent);
            Registration first = line.play("media", new Tone(440));
            line.atPbx.hear(sound -> sound.has(440));
            Registration second = line.play("media", new Tone(620));
            line.atPbx.hear(sound -> sound.has(620) && sound.lacks(440));
            first.close();
            line.atPbx.hear(sound -> sound.has(620));
            second.close();
            line.atPbx.hear(Sound::isSilent);
        }
    }

    @Test
    void everySinkHearsUntilItIsClosed() throws Exception {
        try (Line line = new Line(engine, "sinks").connect()) {
            line.play("media", new Tone(440));
            Ear second = new Ear();
            Registration registration = engine.sink("pbx", "sinks", second);
            second.hear(sound -> sound.has(440) && sound.rate() == 48000);
            registration.close();
            registration.close();
            line.atPbx.hear(sound -> sound.has(440));
        }
    }

    @Test
    void sourcesAndSinksThatThrowAreDroppedAndHarmNobody() throws Exception {
        try (Line line = new Line(engine, "throwing").connect()) {
            AtomicInteger taken = new AtomicInteger();
            engine.sink("pbx", "throwing", (samples, rate) -> {
                taken.incrementAndGet();
                throw new LinkageError("sink, on purpose");
            });
            AtomicInteger filled = new AtomicInteger();
            line.play("media", frame -> {
                frame[0] = 30000;
                filled.incrementAndGet();
                throw new LinkageError("source, on purpose");
            });
            line.atPbx.hear(Sound::isSilent);
            line.play("media", new Tone(440));
            line.atPbx.hear(sound -> sound.has(440));
            assertEquals(1, taken.get());
            assertEquals(1, filled.get());
        }
    }

    @Test
    void aFrameIsZeroBeforeEachCall() throws Exception {
        try (Line line = new Line(engine, "zero").connect()) {
            CountDownLatch clean = new CountDownLatch(5);
            line.play("media", frame -> {
                if (frame.length == 480 && frame[7] == 0) {
                    clean.countDown();
                }
                frame[7] = 99;
            });
            assertTrue(clean.await(30, TimeUnit.SECONDS));
        }
    }
}
