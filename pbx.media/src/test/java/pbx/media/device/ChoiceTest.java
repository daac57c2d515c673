package pbx.media.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.media.Device;
import pbx.api.media.Role;

class ChoiceTest {
    private static final Device DESK = new Device("desk", "Desk speaker", false, false);
    private static final Device HEADSET = new Device("usb1", "USB Headset", false, true);
    private static final Device MIC = new Device("usb1", "USB Headset", true, false);

    private final List<Device> all = List.of(DESK, HEADSET, MIC);

    @Test
    void anIdAPartOfTheNameOrTheSystemsChoice() {
        assertEquals(new Choice(Optional.of(DESK), Optional.empty()), Choice.of(Role.SPEAKER, "desk", all));
        assertEquals(new Choice(Optional.of(MIC), Optional.empty()), Choice.of(Role.MICROPHONE, "headset", all));
        assertEquals(new Choice(Optional.of(HEADSET), Optional.empty()), Choice.of(Role.RINGER, "default", all));
        assertEquals(new Choice(Optional.empty(), Optional.empty()), Choice.of(Role.SPEAKER, "none", all));
        assertEquals(
                Optional.of(MIC), Choice.of(Role.MICROPHONE, "default", all).device(), "there is but one");
    }

    @Test
    void aMissingOneIsReplacedAndSaysSo() {
        Choice choice = Choice.of(Role.SPEAKER, "Conference", all);
        assertEquals(Optional.of(HEADSET), choice.device());
        assertTrue(choice.problem().orElseThrow().contains("\"Conference\" is not there; \"USB Headset\" is used"));
        Choice none = Choice.of(Role.MICROPHONE, "default", List.of(DESK));
        assertEquals(Optional.empty(), none.device());
        assertTrue(none.problem().orElseThrow().contains("there is no microphone on this machine"));
    }
}
