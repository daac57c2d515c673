package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.IceServer;
import pbx.webrtc.AudioEngine.LocalCandidate;

/** Ways between the two ends. */
class IceTest {
    private Engine engine;
    private StunServer server;

    @BeforeEach
    void start() throws Exception {
        engine = new Engine(Natives.load(), () -> true);
        server = new StunServer(address());
    }

    @AfterEach
    void stop() {
        server.close();
        engine.stop();
    }

    /** Of this machine, and not the loopback interface's, which WebRTC does not use. */
    private static InetAddress address() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStunServerTellsTheAddressThatOthersSee() throws Exception {
        engine.servers("media", List.of(new IceServer("stun:" + server.address(), "", "")));
        engine.offer("media", "a").get(30, TimeUnit.SECONDS);
        Until.session(engine, "media", "a", session -> session.candidates().stream()
                .anyMatch(found ->
                        found.line().contains(StunServer.MAPPED) && found.line().contains("srflx")));
    }

    @Test
    void aTurnServerIsToldWhoAsks() throws Exception {
        engine.servers(
                "media", List.of(new IceServer("turn:" + server.address() + "?transport=udp", "anna", "secret")));
        engine.offer("media", "a").get(30, TimeUnit.SECONDS);
        assertEquals("anna", server.user.get(30, TimeUnit.SECONDS));
        assertFalse(new IceServer("turn:x", "anna", "secret").toString().contains("secret"));
    }

    @Test
    void otherOwnersAreNotTouched() throws Exception {
        engine.servers("media", List.of(new IceServer("turn:" + server.address(), "anna", "secret")));
        try (Line line = new Line(engine, "b").connect()) {
            assertFalse(line.session("pbx").candidates().toString().contains(StunServer.MAPPED));
        }
    }

    /** A browser hides its addresses behind names that only its own network can resolve; it comes to us instead. */
    @Test
    void aFarEndThatHidesItsAddressesIsReached() throws Exception {
        String offer = engine.offer("media", "c").get(30, TimeUnit.SECONDS);
        engine.answer("pbx", "c", offer).get(30, TimeUnit.SECONDS);
        String answer = engine.answer("pbx", "c", offer).get(30, TimeUnit.SECONDS);
        engine.accept("media", "c", answer).get(30, TimeUnit.SECONDS);
        LocalCandidate real = Until.session(
                        engine, "pbx", "c", session -> !session.candidates().isEmpty())
                .candidates()
                .get(0);
        String[] words = real.line().split(" ", -1);
        words[4] = "9b36eaac-bb2e-49bb-bb78-21c41c499900.local";
        engine.candidate("media", "c", String.join(" ", words), "0", 0).get(30, TimeUnit.SECONDS);
        Line line = new Line(engine, "c");
        line.trickle("media", "pbx");
        line.connected();
        line.close();
    }
}
