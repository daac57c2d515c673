package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.Ear;
import pbx.webrtc.Tone;

/** One device for several sessions, each of which sends and hears its own sound. */
class SharedDevicesTest {
    @Test
    void theFirstIsMadeEarlyAndStaysOthersComeAndGo() throws Exception {
        try (SharedDevices devices = new SharedDevices(Natives.load())) {
            Until.isTrue(() -> devices.size() == 1);
            SharedDevice first = devices.enter();
            for (int i = 1; i < SharedDevices.PLACES; i++) {
                assertSame(first, devices.enter());
            }
            SharedDevice second = devices.enter();
            assertNotSame(first, second);
            devices.leave(first);
            assertSame(first, devices.enter(), "a place that is free again");
            devices.leave(second);
            assertEquals(1, devices.size());
            for (int i = 0; i < SharedDevices.PLACES; i++) {
                devices.leave(first);
            }
            assertEquals(1, devices.size());
        }
    }

    @Test
    void whoIsStillThereAtTheEndTakesTheDeviceAlong() throws Exception {
        SharedDevices devices = new SharedDevices(Natives.load());
        Until.isTrue(() -> devices.size() == 1);
        SharedDevice used = devices.enter();
        devices.close();
        assertEquals(1, devices.size());
        devices.leave(used);
        assertEquals(0, devices.size());
    }

    /** More than fit on one device. */
    @Test
    void eachCallHasItsOwnSound() throws Exception {
        Engine engine = new Engine(Natives.load(), Network::leadsOutward);
        List<Line> lines = new ArrayList<>();
        try {
            for (int i = 0; i <= SharedDevices.PLACES / 2; i++) {
                Line line = new Line(engine, "own " + i).connect();
                lines.add(line);
                line.play("media", new Tone(frequency(2 * i)));
                line.play("pbx", new Tone(frequency(2 * i + 1)));
            }
            for (int i = 0; i < lines.size(); i++) {
                int mine = frequency(2 * i);
                int far = frequency(2 * i + 1);
                lines.get(i).atPbx.hear(sound -> sound.has(mine) && sound.lacks(far));
                lines.get(i).atMedia.hear(sound -> sound.has(far) && sound.lacks(mine));
            }
        } finally {
            lines.forEach(Line::close);
            engine.stop();
        }
    }

    /** Its device has nobody who sends, so that WebRTC would not run it. */
    @Test
    void whoOnlyListensAtFirstHearsAndIsNotAskedForSound() throws Exception {
        Engine near = new Engine(Natives.load(), Network::leadsOutward);
        Engine far = new Engine(Natives.load(), Network::leadsOutward);
        try {
            String offer = far.offer("pbx", "hold").get(30, TimeUnit.SECONDS);
            String answer = near.answer("media", "hold", offer.replace("a=sendrecv", "a=sendonly"))
                    .get(30, TimeUnit.SECONDS);
            assertTrue(answer.contains("a=recvonly"), answer);
            AtomicInteger asked = new AtomicInteger();
            near.source("media", "hold", frame -> asked.incrementAndGet());
            Ear ear = new Ear();
            near.sink("media", "hold", ear);
            far.source("pbx", "hold", new Tone(440));
            trickle(far, "pbx", near, "media");
            trickle(near, "media", far, "pbx");
            far.accept("pbx", "hold", answer).get(30, TimeUnit.SECONDS);
            ear.hear(sound -> sound.has(440));
            assertEquals(0, asked.get());

            String more = far.offer("pbx", "hold").get(30, TimeUnit.SECONDS);
            String both = near.answer("media", "hold", more).get(30, TimeUnit.SECONDS);
            assertTrue(both.contains("a=sendrecv"), both);
            far.accept("pbx", "hold", both).get(30, TimeUnit.SECONDS);
            Ear there = new Ear();
            far.sink("pbx", "hold", there);
            near.source("media", "hold", new Tone(620));
            there.hear(sound -> sound.has(620));
        } finally {
            near.stop();
            far.stop();
        }
    }

    private static void trickle(Engine from, String owner, Engine to, String other) {
        Set<LocalCandidate> told = ConcurrentHashMap.newKeySet();
        Runnable tell = () -> from.sessions(owner).stream()
                .flatMap(session -> session.candidates().stream())
                .filter(told::add)
                .forEach(candidate -> {
                    var unused = to.candidate(other, "hold", candidate.line(), candidate.mid(), candidate.index());
                });
        from.listen(owner, (session, event) -> tell.run());
        tell.run();
    }

    @Test
    void aBeatThatHasEndedDoesNotRunNorIsUnderWay() throws Exception {
        Natives.load().await();
        SharedDevice device = new SharedDevice();
        AtomicInteger beats = new AtomicInteger();
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Runnable end = device.beat(() -> {
            within.countDown();
            awaitQuietly(go);
            beats.incrementAndGet();
        });
        Until.isTrue(() -> {
            device.keepRunning(); // nobody sends: it would not run by itself
            return within.getCount() == 0;
        });
        go.countDown();
        end.run();
        int ran = beats.get();
        assertTrue(ran > 0);
        device.onRecordedData(new byte[0], 0, 0, 0, 0, 0, 0);
        assertEquals(ran, beats.get());
        device.close();
    }

    /** An engine that nobody closes lets its program end. */
    @Test
    void aProgramThatForgetsItEnds() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forgetful.class.getName())
                .inheritIO()
                .start();
        boolean ended = program.waitFor(60, TimeUnit.SECONDS);
        program.destroyForcibly();
        assertTrue(ended);
        assertEquals(0, program.exitValue());
    }

    private static int frequency(int sender) {
        return 300 + 100 * sender;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the first device and leaves it. */
    static final class Forgetful {
        public static void main(String[] arguments) throws Exception {
            SharedDevices devices = new SharedDevices(Natives.load());
            Until.isTrue(() -> devices.size() == 1);
        }
    }
}
