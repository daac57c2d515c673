package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ring group, queue and conference. */
class FacilitiesTest {
    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client frank = bench.phone("46");
    private final Client grace = bench.phone("47");

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void theWholeGroupRingsAndTheFirstHasTheCall() {
        demo.dial("a@app", "610");
        JsonNode atFrank = frank.flat("invitesdp");
        assertEquals("610", atFrank.get("group").asText());
        grace.answer(grace.flat("invitesdp"));
        assertEquals(atFrank.get("callid"), frank.flat("cancel").get("callid"));
        assertEquals("47", demo.flat("sdp").get("to-user").asText());
    }

    @Test
    void aGroupOfNobodyIs480AndItsMembersCanBeSet() {
        bench.exchange.directory().group(List.of("50")).join();
        demo.dial("a@app", "610");
        assertEquals(480, demo.flat("bye").get("code").asInt());
        bench.exchange.directory().group(List.of("46")).join();
        demo.dial("b@app", "610");
        frank.flat("invitesdp");
    }

    @Test
    void theQueuePlaysMusicUntilAnAgentIsFree() {
        demo.dial("a@app", "620");
        assertEquals("620", demo.call("connected").get("to-number").asText());
        assertNotEquals(0, bench.hear("leg-1.0")[100]);
        assertEquals("true", login("46", true));
        frank.call("alerting");
        JsonNode invite = frank.flat("invitesdp");
        assertEquals("620", invite.get("group").asText());
        assertEquals("45", invite.get("from-user").asText());
        frank.answer(invite);
        frank.call("connected");
        assertEquals("46", demo.action("callerid").get("number").asText());
    }

    @Test
    void whoDoesNotAnswerIsLeftInPeaceAndTheNextAgentRings() {
        login("46", true);
        login("47", true);
        demo.dial("a@app", "620");
        JsonNode first = frank.flat("invitesdp");
        bench.loop.advance(Duration.ofSeconds(15));
        assertEquals(first.get("callid"), frank.flat("cancel").get("callid"));
        JsonNode second = grace.flat("invitesdp");
        grace.about("sip-busy", second.get("callid").asText(), ",\"code\":603");
        bench.loop.advance(Duration.ofSeconds(10));
        frank.flat("invitesdp");
        demo.about("sip-bye", "a@app", "");
        frank.flat("cancel");
        assertEquals("true", login("46", false));
    }

    @Test
    void nobodyLogsAnotherIn() {
        assertEquals(403, acd("46", "45", "620", "{\"login\":true}"));
        assertEquals(404, acd("45", "45", "621", "{\"login\":true}"));
        assertEquals(400, acd("45", "45", "620", "{}"));
        assertEquals(404, acd("99", "45", "620", "{\"login\":true}"));
    }

    @Test
    void inAConferenceEachHearsTheOthers() {
        demo.dial("a@app", "630");
        demo.call("connected");
        frank.dial("b@app", "630");
        frank.call("connected");
        grace.dial("c@app", "630");
        grace.call("connected");
        speak();
        assertEquals(1_100, bench.hear("leg-1.0")[479]);
        assertEquals(1_010, bench.hear("leg-2.0")[479]);
        assertEquals(110, bench.hear("leg-3.0")[479]);
        String list = bench.rest("GET", "/rest/conference/630@localhost/list", "", "45")
                .body();
        assertEquals(3, list.split("\"from-number\"").length - 1, list);

        grace.about("wrtc-hold", "c@app", ",\"holdcmd\":\"sendonly\"");
        grace.call("holding");
        speak();
        assertEquals(100, bench.hear("leg-1.0")[479], "who holds is not heard");
        frank.about("sip-bye", "b@app", "");
        frank.noCalls();
        speak();
        assertEquals(0, bench.hear("leg-1.0")[479]);
    }

    private String login(String agent, boolean in) {
        return bench.rest(
                        "POST",
                        "/rest/domain/localhost/account/" + agent + "/acd_login?group=620",
                        "{\"login\":" + in + "}",
                        agent)
                .body();
    }

    private int acd(String agent, String as, String group, String body) {
        return bench.rest("POST", "/rest/domain/localhost/account/" + agent + "/acd_login?group=" + group, body, as)
                .statusCode();
    }

    private void speak() {
        int[] levels = {10, 100, 1_000};
        for (int i = 0; i < levels.length; i++) {
            short[] frame = new short[480];
            Arrays.fill(frame, (short) levels[i]);
            bench.say("leg-" + (i + 1) + ".0", frame, 48_000);
        }
    }
}
