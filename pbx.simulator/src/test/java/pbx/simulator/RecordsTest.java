package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the PBX keeps: history, voice messages, contacts. */
class RecordsTest {
    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client bob = bench.phone("44");

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void callsAreKeptAndMissedOnesCounted() throws Exception {
        demo.dial("a@app", "44");
        bob.flat("invitesdp");
        demo.about("sip-bye", "a@app", "");
        assertEquals(1, bob.action("missed-calls").get("count").asInt());
        String id = bench.connect(demo, "b@app", bob, "44");
        bench.loop.advance(Duration.ofSeconds(7));
        bob.about("sip-bye", id, "");
        demo.flat("bye");
        JsonNode atBob = json("GET", "/rest/user/44@localhost/history", "", "44");
        assertEquals(2, atBob.get("total").asInt());
        assertEquals(1, atBob.get("missed").asInt());
        JsonNode talked = atBob.at("/data/0");
        assertTrue(talked.get("inbound").asBoolean());
        assertEquals(7, talked.get("end").asDouble() - talked.get("connect").asDouble(), 0.1);
        assertEquals("", atBob.at("/data/1/connect").asText());
        JsonNode atDemo = json("GET", "/rest/user/45@localhost/history", "", "45");
        assertEquals(0, atDemo.get("missed").asInt());
        assertEquals("44", atDemo.at("/data/1/to-number").asText());
        bench.rest("POST", "/rest/user/44@localhost/history", "{}", "44");
        assertEquals(0, bob.action("missed-calls").get("count").asInt());
        String gone = talked.get("id").asText();
        bench.rest("POST", "/rest/user/44@localhost/history?id=" + gone, "{\"deleted\":true}", "44");
        JsonNode left = json("GET", "/rest/user/44@localhost/history", "", "44");
        assertEquals(1, left.get("total").asInt());
        assertEquals("", left.at("/data/0/connect").asText());
    }

    @Test
    void whoIsNotAnsweredMayLeaveAMessage() throws Exception {
        bench.exchange.voicemail("44", true).join();
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        bench.loop.advance(Duration.ofSeconds(20));
        assertEquals(invite.get("callid"), bob.flat("cancel").get("callid"));
        assertTrue(demo.flat("sdp").get("to-display").asText().startsWith("Voicemail of"));
        demo.call("connected");
        bench.settle();
        short[] said = new short[480];
        java.util.Arrays.fill(said, (short) 700);
        for (int i = 0; i < 100; i++) {
            bench.say("leg-1.0", said, 48_000);
        }
        bench.loop.advance(Duration.ofSeconds(5));
        demo.about("sip-bye", "a@app", "");
        assertEquals("44", bob.action("user-change").get("account").asText());

        JsonNode box = json("GET", "/rest/user/44@localhost/messages?api=2&page=0", "", "44");
        assertEquals(1, box.get("new").asInt());
        assertEquals(5.0, box.at("/messages/0/duration").asDouble());
        assertEquals("45", box.at("/messages/0/from-number").asText());
        JsonNode state = bench.client("44").action("domain-state");
        assertEquals(1, state.at("/messages/0/new").asInt());
        String message = box.at("/messages/0/id").asText();
        bob.dial("p@app", "*97");
        bob.call("p@app", "connected");
        bench.hear("leg-3.0");
        assertEquals(700, bench.hear("leg-3.0")[479], "it is played");
        assertEquals(
                0,
                json("GET", "/rest/user/44@localhost/messages?api=2", "", "44")
                        .get("new")
                        .asInt());
        bench.loop.advance(Duration.ofSeconds(4));
        bob.flat("bye");
        var wav = bench.rest("GET", "/rest/user/44@localhost/message/" + message, "", "44");
        assertEquals("audio/wav", wav.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(wav.body().startsWith("RIFF"));
        String delete = "/rest/user/44@localhost/messages?api=2&id=" + message;
        assertEquals("true", bench.rest("DELETE", delete, "", "44").body());
        assertEquals(404, bench.rest("DELETE", delete, "", "44").statusCode());
        assertEquals(
                404,
                bench.rest("GET", "/rest/user/44@localhost/message/" + message, "", "44")
                        .statusCode());
    }

    @Test
    void voicemailTakesOverWhereThePhoneIsNotThereOrNotWilling() {
        bench.exchange.voicemail("50", true).join();
        demo.dial("a@app", "50");
        assertTrue(demo.flat("sdp").get("to-display").asText().startsWith("Voicemail of"));
        demo.about("sip-bye", "a@app", "");
        bench.exchange.voicemail("44", true).join();
        demo.dial("b@app", "44");
        bob.about("sip-busy", bob.flat("invitesdp").get("callid").asText(), ",\"code\":603");
        assertTrue(demo.flat("sdp").get("to-display").asText().startsWith("Voicemail of"));
    }

    @Test
    void contactsAreKeptAndShownWhenTheyCall() throws Exception {
        String path = "/rest/user/44@localhost/adrbook";
        String id = json("POST", path, "{\"name\":\"Desk of the demo\",\"number\":\"45\",\"evil\":1}", "44")
                .asText();
        json("POST", path + "?id=" + id, "{\"company\":\"Demo\"}", "44");
        JsonNode list = json("GET", path, "", "44");
        assertEquals("Demo", list.at("/0/company").asText());
        assertTrue(list.at("/0/evil").isMissingNode());
        demo.dial("a@app", "44");
        JsonNode hit = bob.action("crmcontact");
        assertTrue(hit.get("data").asText().contains("Desk of the demo"));
        assertEquals("true", bench.rest("DELETE", path + "?id=" + id, "", "44").body());
        assertEquals(404, bench.rest("DELETE", path + "?id=" + id, "", "44").statusCode());
        assertEquals(400, bench.rest("POST", path, "{}", "44").statusCode());
        assertEquals(
                404,
                bench.rest("POST", path + "?id=9", "{\"name\":\"x\"}", "44").statusCode());
    }

    @Test
    void theDirectoryAndTheCodes() throws Exception {
        JsonNode all = json("GET", "/rest/user/45@localhost/accounts?type=extensions", "", "45");
        assertEquals(20, all.size());
        assertEquals("45", all.at("/5/name").asText());
        assertEquals("Demo Desk", all.at("/5/displayname").asText());
        assertEquals(
                42, json("GET", "/rest/user/45@localhost/accounts", "", "45").size());
        assertEquals(10, json("GET", "/rest/domain/localhost/orbits", "", "45").size());
        assertEquals(
                5, json("GET", "/rest/user/45@localhost/starcodes", "", "45").size());
        assertEquals(401, bench.ask("GET", "/rest/domain/localhost/orbits", "").statusCode());
        assertEquals(
                403,
                bench.rest("GET", "/rest/domain/second.example/orbits", "", "45")
                        .statusCode());
        assertEquals(
                404, bench.rest("GET", "/rest/domain/none/orbits", "", "45").statusCode());
        assertEquals(
                403,
                bench.rest("GET", "/rest/user/44@localhost/history", "", "45").statusCode());
        assertEquals(
                405,
                bench.rest("DELETE", "/rest/user/45@localhost/orbits", "", "45").statusCode());
    }

    private JsonNode json(String method, String path, String body, String as) throws JsonProcessingException {
        return new JsonMapper().readTree(bench.rest(method, path, body, as).body());
    }
}
