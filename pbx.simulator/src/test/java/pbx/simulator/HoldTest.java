package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final String CALLER = "leg-1.0";
    private static final String CALLEE = "leg-2.0";

    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client bob = bench.phone("44");

    @BeforeEach
    void connect() {
        demo.dial("a@app", "44");
        bob.answer(bob.flat("invitesdp"));
        demo.call("connected");
        bob.call("connected");
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void theHolderHearsNothingAndTheHeldOneTheHoldTone() {
        hold("sendonly", "");
        demo.call("holding");
        bob.call("onhold");
        speak(CALLER);
        speak(CALLEE);
        short[] held = bench.hear(CALLEE);
        assertTrue(held[100] != 5000 && held[100] != 0, "the hold tone, not the holder");
        assertEquals(0, bench.hear(CALLER)[100]);
    }

    @Test
    void resumingBringsThemTogetherAgain() {
        hold("sendonly", "");
        bob.call("onhold");
        hold("sendrecv", "");
        demo.call("connected");
        bob.call("connected");
        speak(CALLER);
        assertEquals(5000, bench.hear(CALLEE)[100]);
    }

    @Test
    void aDescriptionOfTheSamePartnerIsRenegotiated() {
        hold("sendonly", sdp("AA"));
        JsonNode answer = demo.flat("sdp");
        assertEquals("a@app", answer.get("callid").asText());
        assertTrue(answer.get("sdp").asText().contains(CALLER));
        demo.call("holding");
        assertEquals(Set.of(CALLER, CALLEE), bench.live().keySet());
    }

    @Test
    void anotherPartnerGetsANewSession() {
        hold("sendonly", "");
        demo.call("holding");
        hold("sendrecv", sdp("BB"));
        JsonNode answer = demo.flat("sdp");
        assertTrue(answer.get("sdp").asText().contains("leg-1.1"));
        assertTrue(demo.flat("candidate").get("candidate").asText().endsWith("leg-1.1"));
        demo.call("connected");
        assertEquals(Set.of("leg-1.1", CALLEE), bench.live().keySet());
        speak("leg-1.1");
        assertEquals(5000, bench.hear(CALLEE)[100]);
        speak(CALLEE);
        assertEquals(5000, bench.hear("leg-1.1")[100]);
    }

    @Test
    void anUnusableDescriptionLeavesTheCallAsItWas() {
        hold("sendonly", ",\"sdp\":\"a=fingerprint:sha-256 AA\"");
        demo.send("{\"action\":\"ringtones\"}");
        demo.flat("ringtones");
        bench.settle();
        hold("sendrecv", "");
        demo.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        assertEquals("connected", demo.action("call-state").at("/calls/0/state").asText());
        assertEquals(Set.of(CALLER, CALLEE), bench.live().keySet());
    }

    @Test
    void nobodyHoldsTheCallOfAnother() {
        Client stranger = bench.phone("46");
        stranger.about("wrtc-hold", "a@app", ",\"holdcmd\":\"sendonly\"");
        stranger.about("sip-bye", "a@app", "");
        stranger.send("{\"action\":\"ringtones\"}");
        stranger.flat("ringtones");
        demo.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        demo.call("connected");
    }

    private void hold(String command, String more) {
        demo.about("wrtc-hold", "a@app", ",\"calldir\":\"caller\",\"holdcmd\":\"" + command + "\"" + more);
    }

    private static String sdp(String fingerprint) {
        return ",\"sdp\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\na=fingerprint:sha-256 " + fingerprint + "\\r\\n\"}";
    }

    private void speak(String session) {
        short[] frame = new short[480];
        Arrays.fill(frame, (short) 5000);
        bench.say(session, frame, 48_000);
    }
}
