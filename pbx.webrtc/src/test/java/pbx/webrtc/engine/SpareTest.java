package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import pbx.webrtc.Tone;

/** The peer that is made before it is needed. */
class SpareTest {
    private final AtomicLong now = new AtomicLong();

    @Test
    void itIsMadeOnceAndTakenByOne() throws Exception {
        try (Spare spare = new Spare(Natives.load(), now::get)) {
            Until.isTrue(spare::isReady);
            Peer first = spare.take();
            assertFalse(spare.isReady());
            Peer second = spare.take();
            assertNotSame(first, second, "who finds none makes it");
            first.close();
            second.close();
            Until.isTrue(spare::isReady);
        }
    }

    @Test
    void anOldOneIsReplaced() throws Exception {
        try (Spare spare = new Spare(Natives.load(), now::get)) {
            Until.isTrue(spare::isReady);
            now.set(Duration.ofHours(25).toNanos());
            spare.take().close();
            assertFalse(spare.isReady());
        }
    }

    @Test
    void aCallTakesItAndTheNextOneIsMadeAfter() throws Exception {
        Engine engine = new Engine(Natives.load(), () -> true);
        Until.isTrue(engine::hasSpare);
        try (Line line = new Line(engine, "a").connect()) {
            Until.isTrue(engine::hasSpare);
            line.play("media", new Tone(440));
            line.atPbx.hear(sound -> sound.has(440));
        }
        engine.stop();
        assertFalse(engine.hasSpare());
    }

    @Test
    void whatIsClosedMakesNoMore() throws Exception {
        Spare spare = new Spare(Natives.load(), now::get);
        spare.close();
        assertFalse(spare.isReady());
    }

    /** An engine that nobody closes has always let its program end, and does with a spare. */
    @Test
    void aProgramThatForgetsItEnds() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forgetful.class.getName())
                .inheritIO()
                .start();
        boolean ended = program.waitFor(20, TimeUnit.SECONDS);
        program.destroyForcibly();
        assertTrue(ended);
        assertEquals(0, program.exitValue());
    }

    /** Makes an engine and leaves it when its spare is there. */
    static final class Forgetful {
        public static void main(String[] arguments) throws Exception {
            Engine engine = new Engine(Natives.load(), () -> true);
            Until.isTrue(engine::hasSpare);
        }
    }
}
