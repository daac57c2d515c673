package pbx.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.call.CallId;
import pbx.api.call.MediaState;
import pbx.api.media.Digit;
import pbx.api.media.Levels;
import pbx.api.media.MediaChange;
import pbx.api.media.Quality;
import pbx.api.media.QualityChange;
import pbx.api.media.Recording;
import pbx.media.sound.Pcm;
import pbx.media.sound.Sine;
import pbx.media.sound.Sound;
import pbx.webrtc.Ear;
import pbx.webrtc.Tone;

/** A call of the real engine with a far end in the same process; no devices. */
class WebRtcMediaTest {
    private static Stage stage;
    private static int calls;

    private final CallId call = Stage.call("call" + calls++);
    private Told<MediaChange> changes;
    private final Told<QualityChange> qualities = new Told<>();

    @TempDir
    Path folder;

    private WebRtcMedia media;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void connect() throws Exception {
        media = media();
        stage.connect(call);
        changes.await(change ->
                change.after().filter(s -> s.state() == MediaState.CONNECTED).isPresent());
    }

    @AfterEach
    void hangUp() throws Exception {
        Stage.get(stage.engine.close(Sessions.OWNER, Sessions.id(call)));
        Stage.get(stage.engine.close(Stage.FAR, Sessions.id(call)));
        media.stop();
    }

    private WebRtcMedia media() {
        WebRtcMedia made = new WebRtcMedia(
                stage.engine, stage.devices, Configured.withoutDevices(Map.of("recordings", folder.toString())));
        changes = new Told<>();
        made.bindListener(changes::accept, Stage.reference());
        made.bindQualityListener(qualities::accept, Stage.reference());
        return made;
    }

    private void say(Tone tone) {
        media.sounds.of(call).orElseThrow().add(new CallSound.Extra(sound(tone), false));
    }

    private static Sound sound(Tone tone) {
        return frame -> {
            tone.fill(frame);
            return true;
        };
    }

    @Test
    void qualityIsToldEverySecondAndKeptAfterTheEnd() throws Exception {
        say(new Tone(440));
        stage.says(call, new Tone(620));
        QualityChange change = qualities.await(
                told -> told.after().filter(WebRtcMediaTest::isGood).isPresent());
        Quality quality = change.after().orElseThrow();
        assertEquals("opus/48000", quality.codec());
        assertTrue(quality.path().matches("(host|prflx)/(host|prflx)"), quality.path());
        assertTrue(quality.bitRateIn() > 5_000 && quality.bitRateOut() > 5_000, quality::toString);
        assertEquals(Set.of(), quality.warnings());
        // of this moment, which may have a hole on a busy machine
        stage.ear(call).hear(heard -> {
            Levels levels = media.sounds.of(call).orElseThrow().levels();
            return Math.abs(levels.in() - 0.17) < 0.03 && Math.abs(levels.out() - 0.17) < 0.03;
        });
        Stage.get(stage.engine.close(Sessions.OWNER, Sessions.id(call)));
        QualityChange end = qualities.await(told -> told.after().isEmpty());
        assertEquals(call, end.before().orElseThrow().call());
        assertFalse(media.flight.readings(call).isEmpty());
    }

    /** The first seconds, and those in which the machine is busy, are not. */
    private static boolean isGood(Quality quality) {
        return quality.score() > 4
                && quality.bitRateIn() > 5_000
                && quality.bitRateOut() > 5_000
                && quality.warnings().isEmpty();
    }

    @Test
    void digitsOfTheFarEndAreHeard() throws Exception {
        Told<Digit> digits = new Told<>();
        media.bindDigitListener(digits::accept, Stage.reference());
        Ear silence = stage.ear(call);
        silence.hear(sound -> sound.isSilent());
        listenFor(10); // a jitter buffer that has just begun may shorten a key to nothing
        for (char key : "159#0".toCharArray()) {
            press(key, digits);
        }
        String heard = digits.all().stream().map(d -> String.valueOf(d.key())).collect(Collectors.joining());
        assertEquals("159#0", heard.replaceAll("(.)\\1+", "$1"));
    }

    /** Until it is heard: the jitter buffer of a busy machine may play too little of an event. */
    private void press(char key, Told<Digit> digits) throws Exception {
        for (int tries = 0; tries < 5; tries++) {
            Stage.get(stage.engine.press(
                    Stage.FAR, Sessions.id(call), String.valueOf(key), MediaFace.TONE_MS, MediaFace.GAP_MS));
            if (digits.await(digit -> digit.key() == key, 2).isPresent()) {
                return;
            }
        }
        throw new AssertionError("never heard: " + key);
    }

    @Test
    void muteIsSilenceAtTheFarEndAndHoldTooSaveMusic() throws Exception {
        CallSound sound = media.sounds.of(call).orElseThrow();
        Ear far = stage.ear(call);
        try (Talking talking = new Talking(sound)) {
            far.hear(heard -> heard.has(440));
            Stage.get(media.flag(call, Sessions.MUTED, true));
            far.hear(heard -> heard.isSilent());
            Stage.get(media.flag(call, Sessions.MUTED, false));
            far.hear(heard -> heard.has(440));
            Stage.get(media.flag(call, Sessions.PAUSED, true));
            far.hear(heard -> heard.isSilent());
            sound.music(sound(new Tone(620)));
            far.hear(heard -> heard.has(620) && heard.lacks(440));
        }
    }

    /** The microphone's part, a hundred frames a second. */
    private static final class Talking implements AutoCloseable {
        private final Thread thread;
        private volatile boolean wanted = true;

        Talking(CallSound sound) {
            Tone tone = new Tone(440);
            thread = new Thread(
                    () -> {
                        for (long due = System.nanoTime(); wanted; due += 10_000_000) {
                            short[] frame = new short[480];
                            tone.fill(frame);
                            sound.said(frame);
                            LockSupport.parkNanos(due - System.nanoTime());
                        }
                    },
                    "talking");
            thread.start();
        }

        @Override
        public void close() throws InterruptedException {
            wanted = false;
            thread.join();
        }
    }

    @Test
    void aRecordingIsAnnouncedHoldsBothSidesAndGoesOnWithTheNextProvider() throws Exception {
        say(new Tone(440));
        stage.says(call, new Tone(620));
        stage.ear(call).hear(sound -> sound.has(440));
        CompletableFuture<Recording> started = new CompletableFuture<>();
        media.writer.post(() -> media.recorders.start(call, media.sounds.of(call), media::redraw, started));
        Recording recording = Stage.get(started);
        assertTrue(media.board.list().get(0).recording());
        assertEquals(List.of(recording), media.recorders.list());
        listenFor(15);
        media.stop();
        long first = frames(recording.file());
        assertTrue(first > 16_000, first + " samples");
        media = media();
        changes.await(change -> change.before().isEmpty()
                && change.after().filter(s -> s.recording()).isPresent());
        say(new Tone(440));
        listenFor(15);
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        media.writer.post(() -> {
            media.recorders.stop(call);
            media.redraw();
            stopped.complete(null);
        });
        Stage.get(stopped);
        assertFalse(media.board.list().get(0).recording());
        assertTrue(frames(recording.file()) > first + 16_000);
        isHeard(recording.file());
    }

    private void listenFor(int tenths) throws Exception {
        Ear ear = stage.ear(call);
        for (int i = 0; i < tenths; i++) {
            ear.hear(sound -> true);
        }
    }

    private static long frames(Path file) throws Exception {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            return in.getFrameLength();
        }
    }

    private static void isHeard(Path file) throws Exception {
        short[] all;
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            all = Pcm.samples(in.readAllBytes());
        }
        StringBuilder heard = new StringBuilder();
        // half a second of the last one and a half: a busy machine may leave a hole in the others
        for (int to = all.length; to >= all.length - 32_000 && to >= 16_000; to -= 1_600) {
            short[] part = Arrays.copyOfRange(all, to - 16_000, to);
            short[] left = new short[8_000];
            short[] right = new short[8_000];
            for (int i = 0; i < left.length; i++) {
                left[i] = part[2 * i];
                right[i] = part[2 * i + 1];
            }
            double said = Sine.amplitude(left, 16_000, 440);
            double echo = Sine.amplitude(left, 16_000, 620);
            double there = Sine.amplitude(right, 16_000, 620);
            if (said > 4_000 && echo < 500 && there > 4_000) {
                return;
            }
            heard.append(said)
                    .append(' ')
                    .append(echo)
                    .append(' ')
                    .append(there)
                    .append(", ");
        }
        throw new AssertionError("said, said of the other and heard: " + heard);
    }

    @Test
    void aRecordingThatCannotBeWrittenSaysSoAndIsNotShown() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        media.modified(Configured.withoutDevices(Map.of("recordings", file.toString())));
        CompletableFuture<Recording> started = new CompletableFuture<>();
        media.writer.post(() -> media.recorders.start(call, media.sounds.of(call), media::redraw, started));
        ExecutionException refused = assertThrows(ExecutionException.class, () -> Stage.get(started));
        assertTrue(refused.getCause().getMessage().contains("cannot be written"), refused::toString);
        assertFalse(media.board.list().get(0).recording());
    }

    @Test
    void theNextProviderHasTheReadingsOfTheCall() throws Exception {
        qualities.await(told -> told.after().isPresent());
        List<Quality> before = media.flight.readings(call);
        media.stop();
        media = media();
        changes.await(change -> change.before().isEmpty() && change.after().isPresent());
        assertEquals(
                before.get(0).at().toEpochMilli(),
                media.flight.readings(call).get(0).at().toEpochMilli());
        assertFalse(media.board.list().get(0).notes().containsKey(Sessions.FLIGHT));
    }

    @Test
    void aSessionWhoseFarEndIsGoneTurnsFailedWithinSecondsAndSaysWhy() throws Exception {
        Stage.get(stage.engine.close(Stage.FAR, Sessions.id(call)));
        MediaChange failed = changes.await(change ->
                change.after().filter(s -> s.state() == MediaState.FAILED).isPresent());
        assertTrue(failed.after().orElseThrow().problem().orElse("").contains("the network does not carry"));
    }
}
