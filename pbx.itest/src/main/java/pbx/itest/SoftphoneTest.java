package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallState;

/** The softphone in a real window, on the embedded PBX. {@code ./pbx test} brings the display. */
class SoftphoneTest {
    private static Office office;
    private static AccountId bob;

    @BeforeAll
    static void open() throws Exception {
        assertFalse(GraphicsEnvironment.isHeadless(), "there is no display; run ./pbx test, or set DISPLAY");
        office = new Office();
        office.configure("pbx.ui.swing", Map.of("language", "en"));
        office.account("45");
        bob = office.account("44");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
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
}
