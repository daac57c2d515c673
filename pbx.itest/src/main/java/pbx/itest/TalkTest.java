package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.media.Quality;
import pbx.webrtc.AudioEngine;

/** Calls to the embedded PBX that are heard. */
class TalkTest {
    private static Office office;
    private static AccountId mine;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        mine = office.account("45");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void theToneIsHeardHoldSilencesItAndResumeBringsItBack() throws Exception {
        Call call = office.talk(mine, "601");
        try (Ear ear = office.ear(call)) {
            ear.hear(sound -> sound.is(440));
            Call held = Office.get(office.calls().hold(call.id()));
            assertTrue(held.heldHere());
            ear.hear(Ear.Sound::silent);
            Call resumed = Office.get(office.calls().resume(call.id()));
            assertEquals(false, resumed.heldHere());
            ear.hear(sound -> sound.is(440));
        }
        Quality quality = Office.get(office.media().quality(call.id()));
        assertTrue(quality.packetsReceived() > 20, quality::toString);
        assertTrue(quality.packetsSent() > 20, quality::toString);
        assertEquals("opus/48000", quality.codec());
        Call ended = Office.get(office.calls().hangUp(call.id()));
        assertEquals(EndReason.HUNG_UP, ended.ending().orElseThrow().reason());
        assertEquals(Ending.By.HERE, ended.ending().orElseThrow().by());
    }

    @Test
    void theEchoSaysBackWhatIsSaidAndMuteIsSilence() throws Exception {
        Call call = office.talk(mine, "600");
        try (Ear ear = office.ear(call);
                var saying = office.say(call, new Tone(620))) {
            ear.hear(sound -> sound.is(620));
        }
        Office.get(office.calls().hangUp(call.id()));
        office.await(call, CallState.ENDED);
    }

    /** Heard where the PBX receives it: what a PBX makes of it, or plays in its place, is its own affair. */
    @Test
    void whomThisSideHoldsHearsTheMusicOfTheConfiguration() throws Exception {
        Path music = Files.write(Files.createTempFile("music", ".wav"), new Tone(620).wav());
        office.configure("pbx.media", Map.of("holdMusic", music.toString()));
        Call call = office.talk(mine, "600");
        AudioEngine engine = office.engine();
        List<AudioEngine.Session> atPbx = engine.sessions(SwapEnd.PBX);
        try (Ear ear = new Ear(engine, SwapEnd.PBX, atPbx.get(atPbx.size() - 1).id())) {
            Office.get(office.calls().hold(call.id()));
            ear.hear(sound -> sound.is(620));
            Office.get(office.calls().resume(call.id()));
            ear.hear(Ear.Sound::silent);
        }
        Office.get(office.calls().hangUp(call.id()));
        office.delete("pbx.media");
    }

    @Test
    void aCallThatThePbxEndsSaysSo() throws Exception {
        Call call = office.dial(mine, "605");
        Call ended = office.await(call, CallState.ENDED);
        assertEquals(Ending.By.THERE, ended.ending().orElseThrow().by());
        assertEquals(EndReason.HUNG_UP, ended.ending().orElseThrow().reason());
        assertTrue(ended.answered().isPresent());
    }

    @Test
    void everyChangeIsToldOnceAndInOrder() throws Exception {
        Call call = office.talk(mine, "601");
        Office.get(office.calls().hangUp(call.id()));
        office.await(call, CallState.ENDED);
        var changes = office.calls.all().stream()
                .filter(change -> change.after().id().equals(call.id()))
                .toList();
        for (int i = 1; i < changes.size(); i++) {
            assertEquals(changes.get(i - 1).after(), changes.get(i).before().orElseThrow());
        }
        assertTrue(changes.get(0).before().isEmpty());
        assertEquals(CallState.ENDED, changes.get(changes.size() - 1).after().state());
        assertEquals(1, changes.stream().filter(c -> c.entered(CallState.ENDED)).count());
    }
}
