package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import pbx.api.media.Device;
import pbx.api.media.Devices;
import pbx.api.media.Role;

class DeviceCommandsTest {
    private final Desk desk = new Desk();
    private final Headset devices = new Headset();

    DeviceCommandsTest() {
        desk.platform.devices = devices;
    }

    @Test
    void devicesAreListedWithWhatIsChosenAndWrong() {
        assertEquals(
                """
                microphone  Headset  m1
                speaker     Desk?    s1  the system's choice
                the microphone is default; the microphone is asleep
                the speaker is default
                the ringer is default""",
                desk.run("devices"));
        devices.all = List.of();
        assertEquals("no devices", desk.run("devices").lines().findFirst().orElseThrow());
    }

    @Test
    void jsonIsTheRecords() {
        assertEquals(
                "{\"id\":\"m1\",\"name\":\"Headset\",\"input\":true,\"standard\":false}",
                desk.run("devices --json").lines().findFirst().orElseThrow());
    }

    @Test
    void oneIsChosenByIdOrName() {
        assertEquals("the microphone is head", desk.run("devices microphone head"));
        assertEquals("the speaker is s1", desk.run("devices speaker s1"));
        assertEquals("the ringer is none", desk.run("devices ringer none"));
        assertEquals(Map.of(Role.MICROPHONE, "head", Role.SPEAKER, "s1", Role.RINGER, "none"), devices.choices);
    }

    @Test
    void oneThatIsNotThereMayBeChosenAndThatIsSaid() {
        assertEquals("the ringer is Big Speaker, once it is plugged in", desk.run("devices ringer 'Big Speaker'"));
        assertEquals("the speaker is m1, once it is plugged in", desk.run("devices speaker m1"));
        assertEquals(Map.of(Role.RINGER, "Big Speaker", Role.SPEAKER, "m1"), devices.choices);
    }

    @Test
    void mistakesAreToldInOneLine() {
        assertEquals("error: INVALID a role is microphone, speaker or ringer, not ear", desk.run("devices ear m1"));
        assertEquals("error: INVALID usage: devices [ROLE DEVICE] [--json]", desk.run("devices ringer"));
        desk.platform.devices = null;
        assertEquals(
                "error: STOPPED audio is not running: try again in a moment, then look for its bundle",
                desk.run("devices"));
    }

    /** A headset's microphone and a speaker; keeps what was chosen. */
    private static final class Headset implements Devices {
        private final Map<Role, String> choices = new EnumMap<>(Role.class);
        private List<Device> all =
                List.of(new Device("m1", "Headset", true, false), new Device("s1", "Desk\u202e", false, true));

        @Override
        public List<Device> list() {
            return all;
        }

        @Override
        public String chosen(Role role) {
            return DEFAULT;
        }

        @Override
        public CompletionStage<Void> choose(Role role, String device) {
            choices.put(role, device);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public Optional<String> problem(Role role) {
            return role == Role.MICROPHONE ? Optional.of("the microphone is asleep") : Optional.empty();
        }
    }
}
