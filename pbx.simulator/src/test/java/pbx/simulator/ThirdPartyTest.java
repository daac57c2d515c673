package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Desk phones, REST control, and the actions of the first generation. */
class ThirdPartyTest {
    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client bob = bench.phone("44");

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void aDeskPhoneRingsBesideTheSocketAndCanBeAnsweredOverRest() {
        bench.exchange.thirdParty().deskPhone("44", true).join();
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        String desk = bench.exchange.thirdParty().ringing("44").join().get(0);
        assertEquals("true", bench.calls("44", "{\"remote-answer\":\"" + desk + "\"}"));
        assertEquals(invite.get("callid"), bob.flat("cancel").get("callid"));
        JsonNode call = bob.call(desk, "connected");
        assertEquals("44", call.get("extension").get(1).asText());
        assertEquals("true", bench.calls("44", "{\"remote-hold\":\"" + desk + "\"}"));
        bob.call(desk, "holding");
        assertEquals("hold", demo.flat("change").get("change").asText());
        demo.call("onhold");
        assertEquals("true", bench.calls("44", "{\"remote-resume\":\"" + desk + "\"}"));
        bob.call(desk, "connected");
        assertEquals("true", bench.calls("44", "{\"hangup\":\"" + desk + "\"}"));
        demo.flat("bye");
        bob.noCalls();
    }

    @Test
    void clickToDialAndTheOtherActionsOfTheFirstGeneration() {
        demo.send("{\"action\":\"make-call\",\"to\":\"44\"}");
        String desk = demo.call("alerting").get("id").asText();
        bob.answer(bob.flat("invitesdp"));
        demo.call(desk, "connected");
        demo.send("{\"action\":\"hold-call\",\"id\":\"" + desk + "\"}");
        bob.call("onhold");
        demo.send("{\"action\":\"hold-call\",\"id\":\"" + desk + "\"}");
        bob.call("connected");
        demo.send("{\"action\":\"clear-call\",\"id\":\"" + desk + "\",\"connected\":\"true\"}");
        bob.flat("bye");
        demo.noCalls();

        bench.exchange.thirdParty().deskPhone("45", true).join();
        bob.dial("b@app", "45");
        String rings = demo.call("alerting").get("id").asText();
        String atDesk = bench.exchange.thirdParty().ringing("45").join().get(0);
        demo.send("{\"action\":\"accept-call\",\"id\":\"" + atDesk + "\"}");
        demo.call(atDesk, "connected");
        assertTrue(rings.endsWith("@pbx"));
    }

    @Test
    void aMessageReachesTheOther() {
        demo.send("{\"action\":\"chat\",\"src\":\"59\",\"dest\":\"44\",\"message\":\"lunch?\"}");
        JsonNode message = bob.action("chat");
        assertEquals("45", message.get("dest").asText(), "who wrote, whatever the frame said");
        assertEquals("lunch?", message.get("message").asText());
    }

    @Test
    void recordingIsShownToBoth() {
        String id = bench.connect(demo, "a@app", bob, "44");
        demo.send("{\"action\":\"rec-call\",\"id\":\"a@app\",\"startstop\":\"on\"}");
        assertEquals("a@app", demo.action("rec-start").get("callid").asText());
        assertEquals(id, bob.action("rec-start").get("callid").asText());
        assertEquals("adhoc", bob.call("connected").get("rec").asText());
        demo.send("{\"action\":\"rec-call\",\"id\":\"a@app\",\"startstop\":\"off\"}");
        bob.action("rec-stop");
        assertEquals("", bob.call("connected").get("rec").asText());
    }

    @Test
    void theOtherNameIsShownWhenItChanges() {
        bench.connect(demo, "a@app", bob, "44");
        bench.exchange.rename("44", "Robert").join();
        assertEquals("Robert", demo.action("callerid").get("name").asText());
        assertEquals("Robert", demo.call("connected").get("to-name").asText());
    }

    @Test
    void lampsCanBeGivenUp() {
        demo.send("{\"action\":\"blf\",\"add\":[\"44\",\"46\"]}");
        demo.action("blf");
        demo.action("blf");
        demo.send("{\"action\":\"blf\",\"remove\":[\"44\"]}");
        demo.send("{\"action\":\"ringtones\"}");
        demo.flat("ringtones");
        bob.dial("a@app", "604");
        bob.call("alerting");
        bench.phone("46");
        assertEquals("46", demo.action("blf").get("extension").asText());
    }

    @Test
    void ownAndDomainCallsAreStreamsOfTheirOwn() {
        demo.send("{\"action\":\"domain-calls\",\"subscribe\":true}");
        demo.action("call-state");
        bob.dial("b@app", "604");
        JsonNode first = demo.action("call-state");
        assertEquals("b@app", first.at("/calls/0/id").asText(), "everybody's");
        demo.dial("a@app", "604");
        JsonNode own = demo.action("call-state");
        assertEquals(1, own.get("calls").size());
        assertEquals("a@app", own.at("/calls/0/id").asText());
        assertEquals(2, demo.action("call-state").get("calls").size());
    }

    @Test
    void emergencyCallsGetThrough() {
        bench.exchange
                .dnd("45", new pbx.simulator.exchange.Dnd(true, ""), Duration.ZERO)
                .join();
        for (int i = 0; i < 8; i++) {
            demo.dial("c" + i, "604");
        }
        demo.dial("c8", "601");
        assertEquals(486, demo.flat("bye").get("code").asInt());
        for (String number : new String[] {"112", "911"}) {
            demo.dial("e" + number, number);
            demo.call("e" + number, "connected");
        }
    }

    @Test
    void earlyMediaHasAnAnswerBeforeAnybodyAnswers() {
        demo.dial("a@app", "607");
        JsonNode early = demo.flat("sdp");
        assertEquals(183, early.get("code").asInt());
        assertTrue(bench.hear("leg-1.0")[27] != 0, "it is heard to ring");
        bench.loop.advance(Duration.ofSeconds(3));
        assertEquals(200, demo.flat("sdp").get("code").asInt());
        demo.call("connected");
    }

    @Test
    void whatIsAskedWronglyIsRefused() {
        demo.dial("a@app", "601");
        demo.call("connected");
        assertEquals("false", bench.calls("45", "{\"remote-answer\":\"a@app\"}"));
        assertEquals("false", bench.calls("45", "{\"reject\":\"a@app\"}"));
        assertEquals("false", bench.calls("45", "{\"transfer\":\"a@app\",\"number\":\"999\"}"));
        String path = "/rest/user/45@localhost/calls";
        assertEquals(
                404, bench.rest("POST", path, "{\"hangup\":\"none\"}", "45").statusCode());
        assertEquals(
                400, bench.rest("POST", path, "{\"dance\":\"a@app\"}", "45").statusCode());
        assertEquals(400, bench.rest("POST", path, "[", "45").statusCode());
        assertEquals(
                403, bench.rest("POST", path, "{\"hangup\":\"a@app\"}", "44").statusCode());
        assertEquals("true", bench.calls("45", "{\"hangup\":\"a@app\"}"));
        demo.flat("bye");
    }

    @Test
    void doNotDisturbByStarCode() {
        bob.dial("b@app", "*78");
        bob.call("connected");
        demo.dial("a@app", "44");
        assertEquals(486, demo.flat("bye").get("code").asInt());
        bench.loop.advance(Duration.ofSeconds(1));
        bob.flat("bye");
        bob.dial("c@app", "*79");
        bob.call("c@app", "connected");
        demo.dial("d@app", "44");
        bob.flat("invitesdp");
    }
}
