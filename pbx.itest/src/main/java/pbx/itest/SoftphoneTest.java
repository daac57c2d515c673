package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.message.Chats;

/** The softphone in a real window, on the embedded PBX. {@code ./pbx test} brings the display. */
class SoftphoneTest {
    private static Office office;
    private static AccountId mine;
    private static AccountId bob;

    @BeforeAll
    static void open() throws Exception {
        assertFalse(GraphicsEnvironment.isHeadless(), "there is no display; run ./pbx test, or set DISPLAY");
        office = new Office();
        office.configure("pbx.ui.swing", Map.of("language", "en"));
        mine = office.account("45");
        bob = office.account("44");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @BeforeEach
    void lookAtThePeople() throws Exception {
        office.calls.forget();
        Screen.page("pages", "page.directory");
    }

    @Test
    void theColleaguesLampFollowsTheirCall() throws Exception {
        Screen.row("directory", "44", "Free");
        Call call = office.dial(bob, "604");
        Screen.row("directory", "44", "Ringing");
        Office.get(office.calls().hangUp(call.id()));
        Screen.row("directory", "44", "Free");
    }

    @Test
    void aCallIsMadeHeldTakenBackAndEndedByClicks() throws Exception {
        Screen.type("number", "601");
        Screen.click("dial");
        Call call = office.calls
                .await(
                        "601 talks",
                        change -> change.after().remote().number().equals("601")
                                && change.after().state() == CallState.ACTIVE)
                .after();
        Screen.click("hold");
        office.calls.await(
                "held",
                change ->
                        change.after().id().equals(call.id()) && change.after().heldHere());
        Screen.click("resume");
        office.calls.await(
                "taken back",
                change -> change.after().id().equals(call.id())
                        && change.before().filter(Call::heldHere).isPresent()
                        && !change.after().heldHere());
        File picture = new File("softphone.png");
        Screen.photograph(picture);
        assertTrue(picture.length() > 10_000, "a picture of " + picture.length() + " bytes shows nothing");
        Screen.click("hangUp");
        office.await(call, CallState.ENDED);
    }

    @Test
    void anIncomingCallIsAnswered() throws Exception {
        Call out = office.dial(bob, "45");
        Screen.click("answer");
        assertEquals(CallState.ACTIVE, office.await(out, CallState.ACTIVE).state());
        Office.get(office.calls().hangUp(out.id()));
    }

    @Test
    void aMissedCallIsCountedSeenAndCalledBack() throws Exception {
        Call out = office.dial(bob, "45");
        office.ringing(mine);
        Office.get(office.calls().hangUp(out.id()));
        Screen.awaitTab("pages", "History (1)");
        Screen.page("pages", "page.history");
        Screen.awaitTab("pages", "History");
        Screen.select("history", "44", "Missed");
        office.calls.forget();
        Screen.click("history.redial");
        Call back = office.ringing(bob);
        assertEquals("45", back.remote().number());
        Office.get(office.calls().reject(back.id()));
    }

    @Test
    void aMessageLightsTheLampUntilItIsHeardAndIsGoneWhenItIsDeleted() throws Exception {
        office.simulator("voicemail", "45", "on", "1");
        Call out = office.talk(bob, "45");
        office.simulator("voicemail", "45", "off");
        office.simulator("advance", "7");
        Office.get(office.calls().hangUp(out.id()));
        Screen.awaitTab("pages", "Voicemail (1)");
        Screen.page("pages", "page.voicemail");
        Screen.select("voicemail", "44");
        Screen.click("voicemail.play");
        Screen.awaitTab("pages", "Voicemail");
        Screen.click("voicemail.delete");
        Screen.click("voicemail.delete");
        Screen.awaitText("voicemail.none", "No messages");
    }

    @Test
    void aColleagueWritesAndIsAnswered() throws Exception {
        String name = Screen.row("directory", "44").split(",", 2)[0];
        Screen.page("pages", "page.chat");
        Screen.choose("chat.with", name);
        Office.get(office.service(Chats.class).send(bob, "45", "<html><b>Coffee?"));
        Screen.awaitText("chat.lines", "<html><b>Coffee?");
        Screen.type("chat.text", "In five minutes");
        Screen.enter("chat.text");
        office.chats.await(
                "the answer",
                change -> change.chat().account().equals(bob)
                        && change.chat().messages().stream()
                                .anyMatch(line -> !line.mine() && line.text().equals("In five minutes")));
        Screen.awaitText("chat.lines", "In five minutes");
    }

    /** The time is asked for in the full counts, on a machine that is idle. */
    @Test
    void replacedInMidCallItsWindowIsBackAndTheCallGoesOn() throws Exception {
        Call call = office.talk(mine, "601");
        Bundle softphone = office.bundle("pbx.ui.swing");
        try (Ear ear = office.ear(call);
                WindowWatch windows = new WindowWatch("softphone")) {
            ear.hear(sound -> sound.is(440));
            long began = System.nanoTime();
            softphone.stop();
            softphone.start();
            double millis = (windows.opened() - began) / 1e6;
            System.out.printf("softphone: its window is back after %.0f ms%n", millis);
            assertTrue(!SwapStage.FULL || millis <= 1000, millis + " ms");
            ear.hear(sound -> sound.is(440));
        }
        Screen.click("hangUp");
        office.await(call, CallState.ENDED);
    }
}
