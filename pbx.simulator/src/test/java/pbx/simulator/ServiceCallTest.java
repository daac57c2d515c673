package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCallTest {
    private final Bench bench = new Bench();
    private final Client phone = bench.phone("45");

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void theToneIsAnsweredWithCandidatesAndSound() {
        phone.about("ice-candidate", "a@app", ",\"candidate\":null");
        phone.dial("a@app", "601");

        assertEquals("601", phone.call("alerting").get("to-number").asText());
        JsonNode answer = phone.flat("sdp");
        assertEquals("a@app", answer.get("callid").asText());
        assertEquals(200, answer.get("code").asInt());
        assertEquals("601", answer.get("to-user").asText());
        assertEquals("440 Hz", answer.get("to-display").asText());
        assertTrue(answer.get("cseq").isInt());
        assertTrue(answer.get("sdp").asText().contains("a=setup:active"));
        assertEquals("a@app", phone.flat("candidate").get("callid").asText());

        JsonNode call = phone.call("connected");
        assertEquals("a@app", call.get("id").asText());
        assertEquals("connected", call.get("callstate").asText());
        assertEquals("\"Demo Desk\" <sip:45@localhost>", call.get("from").asText());
        assertEquals("\"440 Hz\" <sip:601@localhost>", call.get("to").asText());
        assertEquals("45", call.get("extension").get(0).asText());
        assertEquals(1767225600.0, call.get("start").asDouble());
        assertEquals("1767225600.00", call.get("connect").asText());

        short[] heard = bench.hear("leg-1.0");
        assertTrue(peak(heard) > 7_900 && peak(heard) <= 8_000, "amplitude " + peak(heard));
    }

    @Test
    void hangingUpIsConfirmedAndFreesTheSession() {
        phone.dial("a@app", "601");
        phone.call("connected");
        phone.about("sip-bye", "a@app", ",\"caller\":\"true\"");

        assertEquals("a@app", phone.action("bye-response").get("callid").asText());
        phone.noCalls();
        assertTrue(bench.live().isEmpty());
    }

    @Test
    void theEchoSaysWhatItHears() {
        phone.dial("a@app", "600");
        phone.call("connected");
        short[] said = new short[480];
        Arrays.fill(said, (short) 1234);
        bench.say("leg-1.0", said, 48_000);

        assertEquals(1234, bench.hear("leg-1.0")[479]);
        assertEquals(0, bench.hear("leg-1.0")[479], "once");
    }

    @ParameterizedTest
    @CsvSource({"602,486", "603,603", "999,404", "'',404"})
    void refusals(String number, int code) {
        phone.dial("a@app", number);
        JsonNode bye = phone.flat("bye");

        assertEquals("true", bye.get("bye").textValue());
        assertEquals("a@app", bye.get("callid").asText());
        assertEquals(code, bye.get("code").asInt());
        assertTrue(bench.live().isEmpty());
    }

    @Test
    void anUnusableOfferIs415() {
        phone.send("{\"action\":\"sdp-packet\",\"to\":\"601\",\"callid\":\"a@app\",\"sdp\":\"hello\"}");
        assertEquals(415, phone.flat("bye").get("code").asInt());
    }

    @Test
    void itRingsForEverUntilTheCallerGivesUp() {
        phone.dial("a@app", "604");
        phone.call("alerting");
        bench.loop.advance(Duration.ofDays(1));
        phone.about("sip-bye", "a@app", ",\"caller\":\"true\"");

        JsonNode confirmed = phone.flat("cancelresponse");
        assertEquals("a@app", confirmed.get("callid").asText());
        phone.noCalls();
    }

    @Test
    void theBriefOneHangsUpAfterThreeSeconds() {
        phone.dial("a@app", "605");
        phone.call("connected");
        bench.loop.advance(Duration.ofMillis(2_999));
        phone.about("wrtc-hold", "a@app", ",\"holdcmd\":\"sendonly\"");
        phone.call("holding");
        bench.loop.advance(Duration.ofMillis(1));

        assertFalse(phone.flat("bye").has("code"));
        phone.noCalls();
    }

    @Test
    void theSamePacketTwiceIsOneCall() {
        phone.dial("a@app", "604");
        phone.dial("a@app", "604");
        phone.call("alerting");
        phone.about("sip-bye", "a@app", "");
        phone.noCalls();
    }

    @Test
    void aCallIsSeenByWhoeverWatchesTheTenant() {
        Client watcher = bench.client("44");
        watcher.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        watcher.send("{\"action\":\"domain-calls\",\"subscribe\":true}");
        watcher.action("call-state");
        watcher.action("call-state");
        phone.dial("a@app", "601");

        JsonNode busy =
                watcher.await("busy", frame -> frame.path("code").asText().equals("busy"));
        assertEquals("45", busy.get("account").asText());
        assertEquals("601", busy.at("/calls/0/to-number").asText());
        assertEquals("a@app", watcher.call("connected").get("id").asText());
        phone.about("sip-bye", "a@app", "");
        JsonNode idle = watcher.action("user-state");
        assertFalse(idle.has("code") || idle.has("calls"), idle.toString());
        watcher.noCalls();
    }

    private static int peak(short[] samples) {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
