package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityWarning;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** What one does with calls: hand over, ask first, park, bring together, record, listen. */
@ExtendWith(Display.class)
class TwoCallsWindowTest {
    private static final Party ADA = new Party("40", "Ada Lovelace");
    private static final Party BOB = new Party("+4989123456", "", "089 123456");

    @Test
    void aCallIsHandedOverAtOnceOrAfterAsking() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people().call(Samples.talking("1", ADA))) {
            Driver.click("transfer");
            Driver.type("picker", "hopp");
            Driver.key("picker", "ENTER");
            assertEquals("transfer 1 41", open.calls.asked());
            assertFalse(Driver.shows("picker"), "the question is answered");
            Driver.click("transfer");
            Driver.type("picker", "+49 89 1");
            Driver.click("picker.ask");
            assertEquals("dial demo +49 89 1", open.calls.asked());
            Driver.click("transfer");
            Driver.key("picker", "ESCAPE");
            assertFalse(Driver.shows("picker"));
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void besideAHeldCallOneConnectsReturnsOrBringsTogether() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.presenceChanged(Samples.seen(place("80", Presence.Kind.CONFERENCE, PresenceState.IDLE)));
            open.call(held("1", ADA)).call(Samples.talking("2", BOB));
            Driver.click("connect");
            assertEquals("transfer 1 to call 2", open.calls.asked());
            Driver.click("swap");
            assertEquals("resume 1", open.calls.asked());
            Driver.click("merge");
            Driver.key("picker", "ENTER");
            assertEquals("merge 1 2 80", open.calls.asked());
            open.calls.answers(java.util.concurrent.CompletableFuture.completedFuture(Samples.ended("2", BOB)));
            Driver.click("back");
            assertEquals("hangUp 2", open.calls.asked());
            assertEquals("resume 1", open.calls.asked());
        }
    }

    @Test
    void aCallIsParkedOnTheFirstFreeOrbitAndTakenBackFromIt() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.presenceChanged(Samples.seen(place("700", Presence.Kind.ORBIT, PresenceState.HELD)));
            open.phone.presenceChanged(Samples.seen(place("701", Presence.Kind.ORBIT, PresenceState.IDLE)));
            open.call(Samples.talking("1", ADA));
            Driver.click("park");
            Driver.key("picker", "ENTER");
            assertEquals("park 1 701", open.calls.asked());
            Driver.select("directory", 0);
            assertEquals("Take the call", Driver.caption("directory.act"));
            Driver.click("directory.act");
            assertEquals("retrieve demo 700", open.calls.asked());
        }
    }

    @Test
    void recordingIsShownForAsLongAsItLasts() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).call(Samples.talking("1", ADA))) {
            assertFalse(Driver.shows("call.recording"));
            Driver.click("record");
            assertEquals("record 1 true", open.calls.asked());
            open.call(recorded(Samples.talking("1", ADA)));
            assertTrue(Driver.shows("call.recording"));
            Driver.click("stopRecording");
            assertEquals("record 1 false", open.calls.asked());
        }
    }

    @Test
    void aSecondCallWaitsAndNumbersAreShownAsPeopleWriteThem() throws Exception {
        try (OpenPhone open =
                new OpenPhone().registered(true).call(Samples.talking("1", ADA)).call(Samples.incoming("2", BOB))) {
            assertEquals(List.of("Ada Lovelace", "089 123456"), Driver.texts("call.who"));
            assertEquals(List.of("Talking", "Another call is waiting"), Driver.texts("call.state"));
            Driver.click("answer");
            assertEquals("answer 2", open.calls.asked());
        }
    }

    @Test
    void howItSoundsExplainsItself() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).call(Samples.talking("1", ADA))) {
            assertFalse(Driver.shows("call.quality"));
            open.phone.qualityChanged(
                    new QualityChange(Optional.empty(), Optional.of(Samples.quality("1", 2.9, QualityWarning.LOSSY))));
            OpenPhone.drawn();
            assertEquals("Poor", Driver.caption("call.quality"));
            assertFalse(Driver.shows("call.explanation"));
            Driver.click("call.quality");
            String why = Driver.onEdt(
                    () -> Driver.get(JTextArea.class, "call.explanation").getText());
            assertTrue(why.startsWith("Parts of the sound are lost on the way to you"), why);
            assertTrue(why.contains("2.9 of 4.5 · 3.0 % lost · jitter 12 ms · round trip 48 ms"), why);
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void theMetersMoveAndWarnWhoSpeaksWithTheMicrophoneOff() throws Exception {
        FakeQualities loud = new FakeQualities();
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.use(loud);
            open.call(
                    Samples.call("1", Direction.OUT, CallState.ACTIVE, ADA, false, false, true, MediaState.CONNECTED));
            open.phone.qualityChanged(new QualityChange(Optional.empty(), Optional.of(Samples.quality("1", 4.2))));
            Driver.await("call.mutedHint");
            assertEquals("Good", Driver.caption("call.quality"));
            assertTrue(Driver.onEdt(() -> Driver.get(javax.swing.JProgressBar.class, "level.they")
                            .getValue())
                    > 20);
        }
    }

    @Test
    void whyACallEndedIsSaidInClearWords() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            Map<EndReason, String> words = Map.of(
                    EndReason.NO_ANSWER, "Ended: Nobody answered.",
                    EndReason.PARKED, "Ended: Parked; anybody may take it from there.",
                    EndReason.OTHER, "Ended: 488 Not Acceptable Here");
            words.forEach((reason, expected) -> {
                open.call(ended(reason));
                assertEquals(expected, Driver.text("call.state"));
            });
            assertTrue(open.calls.unasked());
        }
    }

    private static Call ended(EndReason reason) {
        Call call = Samples.ended("1", ADA);
        return new Call(
                call.id(),
                call.direction(),
                ADA,
                CallState.ENDED,
                false,
                false,
                false,
                call.media(),
                true,
                call.began(),
                call.answered(),
                Optional.of(new Ending(Ending.By.PBX, reason, "488 Not Acceptable Here")),
                call.ended(),
                false,
                "");
    }

    private static Call held(String id, Party remote) {
        return Samples.call(id, Direction.OUT, CallState.ACTIVE, remote, true, false, false, MediaState.CONNECTED);
    }

    private static Call recorded(Call call) {
        return new Call(
                call.id(),
                call.direction(),
                call.remote(),
                call.state(),
                call.heldHere(),
                call.heldThere(),
                call.muted(),
                call.media(),
                call.reachable(),
                call.began(),
                call.answered(),
                call.ending(),
                call.ended(),
                true,
                call.group());
    }

    private static Presence place(String number, Presence.Kind kind, PresenceState state) {
        return new Presence(Samples.DEMO, number, "", kind, state, true, false, false, List.of(), Map.of());
    }
}
