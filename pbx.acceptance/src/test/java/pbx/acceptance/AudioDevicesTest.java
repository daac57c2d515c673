package pbx.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pbx.webrtc.Ear;
import pbx.webrtc.Sound;
import pbx.webrtc.Tone;
import pbx.webrtc.device.Hearing;
import pbx.webrtc.device.NativeDevices;
import pbx.webrtc.device.NeedsPulse;
import pbx.webrtc.device.Playing;
import pbx.webrtc.device.PulseServer;

/**
 * The whole platform at a desk whose audio server and devices come and go while it is in calls. What is heard is heard where a
 * loudspeaker would be, what is said comes from where a microphone would be.
 */
@NeedsPulse
class AudioDevicesTest {
    private static final int RATE = 48_000;

    private final Platform platform = new Platform();
    private final PulseServer server = new PulseServer();
    private final NativeDevices devices = new NativeDevices(server.address());

    AudioDevicesTest() throws Exception {}

    @BeforeEach
    void start() throws Exception {
        server.kill();
        Path ring = platform.home.resolve("anna.wav");
        wav(ring, 620);
        Files.writeString(
                platform.home.resolve("conf/pbx.media.cfg"),
                """
                speaker = desk
                ringer = loud
                ringTones = +15555550100=%s
                """
                        .formatted(ring));
        platform.set("pbx.simulator.cfg", "demo", "false");
        platform.set("pbx.simulator.cfg", "control", "true");
        platform.within("env", "PULSE_SERVER=" + server.address());
        platform.start("--headless");
        platform.prints("ready in");
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
        server.close();
    }

    @Test
    void callsStayWhateverBecomesOfTheDevices() throws Exception {
        platform.say("pbx:dial 600", "pbx:await call ACTIVE 40");
        platform.printsNext("ACTIVE");
        isTold("there is no microphone"); // no audio server
        server.start();
        String desk = plugIn();
        echoes();
        platform.say("pbx:devices");
        assertTrue(platform.printsNext("desk-text").startsWith("speaker"));
        server.unplug(desk);
        isTold("\"desk\" is not there");
        server.kill();
        isTold("there is no speaker");
        server.start();
        plugIn();
        echoes();
        platform.say("pbx:calls");
        assertTrue(platform.printsNext("600").contains("ACTIVE"));
    }

    @Test
    @Tag("full")
    void callsRingOnTheRingerEachInItsOwnWayAndBeepDuringAnother() throws Exception {
        server.start();
        plugIn();
        Ear desk = new Ear();
        Ear loud = new Ear();
        try (Hearing one = new Hearing(devices, "desk.monitor", desk);
                Hearing two = new Hearing(devices, "loud.monitor", loud)) {
            control("call", "{\"from\":\"+15555550100\",\"to\":\"45\"}");
            loud.hear(sound -> sound.has(620));
            platform.say("pbx:reject");
            loud.hear(Sound::isSilent);
            platform.say("pbx:dial 600", "pbx:await call ACTIVE 40");
            String first = platform.printsNext("ACTIVE").split(" ", 2)[0];
            control("call", "{\"from\":\"46\",\"to\":\"45\"}");
            desk.hear(sound -> !sound.isSilent() && sound.lacks(620));
            loud.hear(Sound::isSilent);
            platform.say("pbx:hangup " + first);
            loud.hear(sound -> !sound.isSilent() && sound.lacks(620));
        }
    }

    /** @return what takes the speaker away again */
    private String plugIn() throws Exception {
        server.speaker("loud");
        server.microphone("mic");
        return server.speaker("desk");
    }

    /** What is said into the microphone comes back, by way of the PBX's echo, from the speaker. */
    private void echoes() throws Exception {
        Ear ear = new Ear();
        try (Hearing one = new Hearing(devices, "desk.monitor", ear);
                Playing two = new Playing(devices, "mic-feed", new Tone(750))) {
            ear.hear(sound -> !sound.isSilent());
        }
    }

    private void isTold(String problem) throws Exception {
        long end = System.nanoTime() + 45_000_000_000L;
        String told;
        do {
            assertTrue(System.nanoTime() < end, problem);
            platform.say("pbx:devices");
            told = platform.printsNext("the microphone is") + platform.printsNext("the speaker is");
        } while (!told.contains(problem));
    }

    private void control(String verb, String parameters) throws Exception {
        String token = Files.readString(platform.home.resolve("data/simulator/control.token"))
                .strip();
        HttpRequest ask = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + platform.pbxPort + "/control/" + verb))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(parameters))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, answer::body);
    }

    private static void wav(Path file, int hertz) throws Exception {
        short[] second = new short[RATE];
        new Tone(hertz).fill(second);
        ByteBuffer samples = ByteBuffer.allocate(2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : second) {
            samples.putShort(sample);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples.array()), format, RATE),
                AudioFileFormat.Type.WAVE,
                file.toFile());
    }
}
