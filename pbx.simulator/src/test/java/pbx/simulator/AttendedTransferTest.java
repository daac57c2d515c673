package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttendedTransferTest {
    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client bob = bench.phone("44");
    private final Client carol = bench.phone("41");
    private String atBob;

    @BeforeEach
    void connect() {
        atBob = bench.connect(demo, "a@app", bob, "44");
        demo.about("wrtc-hold", "a@app", ",\"holdcmd\":\"sendonly\"");
        demo.call("a@app", "holding");
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void bothFarEndsTalkAndTheMiddleIsHungUp() {
        String atCarol = bench.connect(demo, "b@app", carol, "41");
        assertEquals("true", bench.calls("45", "{\"transfer\":\"a@app\",\"id\":\"b@app\"}"));
        demo.flat("bye");
        demo.flat("bye");
        demo.noCalls();
        assertEquals("41", bob.action("callerid").get("number").asText());
        assertEquals("44", carol.action("callerid").get("number").asText());
        assertTalk("leg-2.0", "leg-4.0");
        assertTalk("leg-4.0", "leg-2.0");
        bob.about("sip-bye", atBob, "");
        assertEquals(atCarol, carol.flat("bye").get("callid").asText());
        assertEquals(0, bench.live().size());
    }

    @Test
    void theFirstGenerationDropsOneCallOntoAnother() {
        bench.connect(demo, "b@app", carol, "41");
        demo.send("{\"action\":\"att-transfer\",\"id\":\"b@app\",\"from\":\"41\",\"id2\":\"a@app\",\"to\":\"44\"}");
        demo.flat("bye");
        assertEquals("44", carol.action("callerid").get("number").asText());
        assertEquals(atBob, bob.call("connected").get("id").asText());
    }

    @Test
    void theSecondMayStillRing() {
        demo.dial("b@app", "41");
        JsonNode invite = carol.flat("invitesdp");
        assertEquals("true", bench.calls("45", "{\"transfer\":\"a@app\",\"id\":\"b@app\"}"));
        assertEquals("44", carol.action("callerid").get("number").asText());
        carol.answer(invite);
        assertEquals("41", bob.action("callerid").get("number").asText());
        carol.call("connected");
        assertTalk("leg-2.0", "leg-4.0");
    }

    @Test
    void whatCannotBeJoinedStays() {
        assertEquals("false", bench.calls("45", "{\"transfer\":\"a@app\",\"id\":\"a@app\"}"));
        demo.dial("b@app", "604");
        demo.call("b@app", "alerting");
        assertEquals("false", bench.calls("45", "{\"transfer\":\"b@app\",\"id\":\"a@app\"}"), "the first must talk");
        assertEquals(
                404,
                bench.rest("POST", "/rest/user/45@localhost/calls", "{\"transfer\":\"a@app\",\"id\":\"none\"}", "45")
                        .statusCode());
        demo.about("wrtc-hold", "a@app", ",\"holdcmd\":\"sendrecv\"");
        demo.call("a@app", "connected");
    }

    @Test
    void aTransferThatCrossesAByeHarmsNothing() {
        bench.connect(demo, "b@app", carol, "41");
        bob.about("sip-bye", atBob, "");
        demo.send("{\"action\":\"att-transfer\",\"id\":\"b@app\",\"from\":\"41\",\"id2\":\"a@app\",\"to\":\"44\"}");
        demo.about("sip-bye", "a@app", "");
        demo.about("sip-bye", "b@app", "");
        carol.about("sip-bye", "nothing", "");
        demo.noCalls();
        carol.flat("bye");
        carol.noCalls();
        bob.noCalls();
    }

    private void assertTalk(String from, String to) {
        bench.settle();
        short[] frame = new short[480];
        Arrays.fill(frame, (short) 777);
        bench.say(from, frame, 48_000);
        assertEquals(777, bench.hear(to)[479], from + " is heard at " + to);
    }
}
