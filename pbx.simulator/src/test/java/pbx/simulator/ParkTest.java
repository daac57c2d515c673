package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Park, retrieve and pickup. */
class ParkTest {
    private static final String CALLEE = "leg-2.0";

    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client bob = bench.phone("44");
    private final Client carol = bench.phone("41");
    private String atBob;

    @BeforeEach
    void connect() {
        atBob = bench.connect(demo, "a@app", bob, "44");
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void aTransferToAnOrbitParksAndWhoeverDialsTheCodeHasIt() {
        carol.send("{\"action\":\"orbit-calls\",\"subscribe\":true}");
        carol.action("orbit-calls");
        assertEquals("true", bench.calls("45", "{\"transfer\":\"a@app\",\"number\":\"701\"}"));
        assertEquals("a@app", demo.flat("bye").get("callid").asText());
        demo.noCalls();
        assertEquals("701", bob.action("callerid").get("number").asText());
        JsonNode orbit = carol.action("orbit-calls").at("/orbits/0");
        assertEquals("701", orbit.get("name").asText());
        assertEquals("44", orbit.at("/calls/0/from-number").asText());
        assertNotEquals(0, bench.hear(CALLEE)[100], "music");

        carol.dial("c@app", "*86701");
        assertTrue(carol.action("orbit-calls").at("/orbits/0/calls").isEmpty());
        assertEquals("44", carol.flat("sdp").get("to-user").asText());
        assertEquals(atBob, bob.call("connected").get("id").asText());
        bob.about("sip-bye", atBob, "");
        assertEquals("c@app", carol.flat("bye").get("callid").asText());
    }

    /** What everybody tries first: the numbers of the box. */
    @Test
    void aNumberOfThePbxIsParkedAndFetchedToo() {
        bob.about("sip-bye", atBob, "");
        demo.noCalls();
        demo.dial("t@app", "601");
        demo.call("t@app", "connected");
        assertEquals("true", bench.calls("45", "{\"transfer\":\"t@app\",\"number\":\"702\"}"));
        demo.noCalls();

        carol.dial("c@app", "*86702");
        JsonNode call = carol.call("c@app", "connected");
        assertEquals("601", call.get("to-number").asText());
        assertNotEquals(0, bench.hear("leg-4.0")[27], "the tone");
        carol.about("sip-bye", "c@app", "");
        carol.noCalls();
        bob.dial("d@app", "702");
        assertEquals(404, bob.flat("bye").get("code").asInt(), "it is free again");
    }

    @Test
    void anOrbitHoldsOneCall() {
        park("*85700");
        bench.connect(demo, "b@app", carol, "41");
        for (String number : new String[] {"700", "*85700", "*85799"}) {
            assertEquals("false", bench.calls("45", "{\"transfer\":\"b@app\",\"number\":\"" + number + "\"}"), number);
        }
        demo.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        demo.call("b@app", "connected");
    }

    @Test
    void theParkCodeDialledParksTheOtherCall() {
        demo.about("wrtc-hold", "a@app", ",\"holdcmd\":\"sendonly\"");
        demo.call("a@app", "holding");
        demo.dial("p@app", "*85702");
        assertEquals("a@app", demo.flat("bye").get("callid").asText());
        demo.call("p@app", "connected");
        bench.loop.advance(java.time.Duration.ofSeconds(1));
        assertEquals("p@app", demo.flat("bye").get("callid").asText());
        demo.dial("r@app", "702");
        assertEquals("44", demo.call("r@app", "connected").get("to-number").asText());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String number : new String[] {"*86700", "*85700", "700", "*8742", "*87", "*86", "*99"}) {
            carol.dial("c" + number, number);
            assertEquals(404, carol.flat("bye").get("code").asInt(), number);
        }
    }

    @Test
    void whoIsParkedMayHangUpAndTheOrbitIsFree() {
        park("700");
        bob.about("sip-bye", atBob, "");
        bob.noCalls();
        bob.dial("c@app", "700");
        assertEquals(404, bob.flat("bye").get("code").asInt());
    }

    @Test
    void aRingingCallIsPickedUp() {
        Client dan = bench.phone("42");
        carol.dial("c@app", "42");
        JsonNode invite = dan.flat("invitesdp");
        Client erin = bench.phone("43");
        erin.dial("e@app", "*8742");
        assertEquals(invite.get("callid"), dan.flat("cancel").get("callid"));
        JsonNode call = carol.call("c@app", "connected");
        assertEquals("43", call.get("to-number").asText());
        assertEquals("41", erin.flat("sdp").get("to-user").asText());
        assertEquals("e@app", erin.call("connected").get("id").asText());
        erin.about("sip-bye", "e@app", "");
        assertEquals("c@app", carol.flat("bye").get("callid").asText());
    }

    private void park(String number) {
        demo.send("{\"action\":\"blind-transfer2\",\"id\":\"a@app\",\"from\":\"45\",\"to\":\"" + number + "\"}");
        demo.flat("bye");
        demo.noCalls();
    }
}
