package pbx.webrtc.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pbx.webrtc.AudioDevices.Found;
import pbx.webrtc.AudioDevices.Line;
import pbx.webrtc.AudioDevices.Watch;
import pbx.webrtc.Ear;
import pbx.webrtc.Tone;

/** A real server, with devices that are heard. */
@NeedsPulse
class NativeDevicesTest {
    private static final Duration SOON = Duration.ofSeconds(4);
    /** For what can be done once only; a machine may stand still meanwhile. */
    private static final Duration ONCE = Duration.ofSeconds(15);

    private static final int LONG = 20_000;

    private PulseServer server;
    private NativeDevices devices;

    @BeforeEach
    void start() throws Exception {
        server = new PulseServer();
        devices = new NativeDevices(server.address());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void devicesAreListedByNameWithoutMonitorsAndStandIns() throws Exception {
        try (Watch watch = devices.watch()) {
            assertEquals(List.of(), watch.list());
            String desk = server.speaker("desk");
            server.speaker("headset");
            server.microphone("mic");
            server.standard("headset", "mic");
            assertTrue(watch.changed(LONG));
            assertEquals(
                    Set.of(
                            new Found("desk", "desk-text", false, false),
                            new Found("headset", "headset-text", false, true),
                            new Found("mic-feed", "mic-feed-text", false, false),
                            new Found("mic", "mic-text", true, true)),
                    Set.copyOf(watch.list()));
            while (watch.changed(300)) {} // what was told late
            server.unplug(desk);
            assertTrue(watch.changed(LONG));
            assertFalse(watch.list().toString().contains("desk"));
        }
    }

    @Test
    void aToneIsHeardOnTheSpeakerThatWasMeantAndFromTheMicrophone() throws Exception {
        server.speaker("left");
        server.speaker("right");
        server.microphone("mic");
        Ear left = new Ear();
        Ear right = new Ear();
        Ear mic = new Ear();
        try (Hearing one = new Hearing(devices, "left.monitor", left);
                Hearing two = new Hearing(devices, "right.monitor", right);
                Hearing three = new Hearing(devices, "mic", mic);
                Playing four = new Playing(devices, "right", new Tone(440));
                Playing five = new Playing(devices, "mic-feed", new Tone(620))) {
            right.hear(sound -> sound.has(440) && sound.lacks(620));
            left.hear(sound -> sound.isSilent());
            mic.hear(sound -> sound.has(620) && sound.lacks(440));
        }
    }

    @Test
    void aMissingDeviceAndAMissingServerFailAtOnceAndSayWhy() throws Exception {
        assertThrows(IOException.class, () -> devices.open(false, "nothing"));
        server.kill();
        IOException none = failsWithinSeconds(devices::watch);
        assertTrue(none.getMessage().contains("no audio server answers"), none::getMessage);
    }

    /** A device that is missing is tried for again and again. */
    @Test
    void whatCouldNotBeOpenedKeepsNoStream() throws Exception {
        Pulse real = Pulse.load();
        List<String> streams = new ArrayList<>();
        Pulse counted = (Pulse) Proxy.newProxyInstance(
                Pulse.class.getClassLoader(), new Class<?>[] {Pulse.class}, (self, method, arguments) -> {
                    if (Set.of("pa_stream_new", "pa_stream_unref").contains(method.getName())) {
                        streams.add(method.getName());
                    }
                    return method.invoke(real, arguments);
                });
        try (PulseConnection connection = new PulseConnection(counted, server.address())) {
            for (boolean input : new boolean[] {true, false}) {
                assertThrows(IOException.class, () -> new PulseLine(counted, connection, input, "nothing"));
            }
        }
        assertEquals(List.of("pa_stream_new", "pa_stream_unref", "pa_stream_new", "pa_stream_unref"), streams);
    }

    @Test
    void anUnpluggedDeviceEndsItsLineAndDoesNotWander() throws Exception {
        server.speaker("other");
        String desk = server.speaker("desk");
        failsSoon("desk", () -> server.unplug(desk));
    }

    @Test
    void aKilledServerEndsLinesAndWatches() throws Exception {
        server.speaker("desk");
        try (Watch watch = devices.watch()) {
            failsSoon("desk", server::kill);
            assertThrows(IOException.class, () -> watch.changed(LONG));
        }
    }

    @Test
    void aServerThatHangsCostsTwoSecondsAndNoMore() throws Exception {
        server.speaker("desk");
        try (Watch watch = devices.watch()) {
            failsSoon("desk", server::freeze);
            failsWithinSeconds(watch::list);
            failsWithinSeconds(devices::watch);
        }
        server.thaw();
        try (Watch watch = devices.watch()) {
            assertEquals(1, watch.list().size());
        }
    }

    /** The quickest of three, for a machine may stand still meanwhile. */
    private static IOException failsWithinSeconds(Executable asked) {
        IOException failed = null;
        Duration took = SOON;
        for (int i = 0; i < 3 && took.compareTo(SOON) >= 0; i++) {
            long from = System.nanoTime();
            failed = assertThrows(IOException.class, asked);
            took = Duration.ofNanos(System.nanoTime() - from);
        }
        assertTrue(took.compareTo(SOON) < 0, took::toString);
        return failed;
    }

    private void failsSoon(String speaker, Executable fault) throws Exception {
        short[] frame = new short[480];
        try (Line line = devices.open(false, speaker)) {
            line.write(frame);
            try {
                fault.execute();
            } catch (Throwable unexpected) {
                throw new IllegalStateException(unexpected);
            }
            assertTimeout(
                    ONCE,
                    () -> assertThrows(IOException.class, () -> {
                        while (true) {
                            line.write(frame);
                        }
                    }));
        }
    }
}
