package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExtensionCallTest {
    private static final String CALLER = "leg-1.0";
    private static final String CALLEE = "leg-2.0";

    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client bob = bench.phone("44");

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void theCalleeIsInvitedAndTheCallerAnsweredWhenThereIsAnAnswer() {
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        assertTrue(invite.get("invitesdp").asText().contains("a=setup:actpass"));
        assertTrue(invite.get("callid").asText().endsWith("@pbx"));
        assertEquals("45", invite.get("from-user").asText());
        assertEquals("Demo Desk", invite.get("from-display").asText());
        assertEquals("\"Demo Desk\" <sip:45@localhost>", invite.get("from").asText());
        assertEquals("\"Bob Support\" <sip:44@localhost>", invite.get("to").asText());
        assertEquals(invite.get("callid"), bob.flat("candidate").get("callid"), "trickles before the answer");
        assertFalse(bench.live().containsKey(CALLER), "the caller is not answered before the callee answers");

        bob.about("sip-ringing", invite.get("callid").asText(), ",\"cseq\":1");
        bob.answer(invite);
        JsonNode answer = demo.flat("sdp");
        assertEquals(200, answer.get("code").asInt());
        assertEquals("44", answer.get("to-user").asText());
        assertEquals("a@app", demo.call("connected").get("id").asText());
        assertEquals(invite.get("callid"), bob.call("connected").get("id"));
        assertEquals(java.util.List.of(CALLEE), bench.accepted());
    }

    @Test
    void candidatesThatComeBeforeTheAnswerAreKeptForIt() {
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        for (String line : new String[] {"one", "two"}) {
            demo.about("ice-candidate", "a@app", ",\"candidate\":{\"candidate\":\"" + line + "\",\"sdpMid\":\"0\"}");
        }
        demo.send("{\"action\":\"ringtones\"}");
        demo.flat("ringtones");
        assertTrue(bench.candidates().isEmpty());

        bob.answer(invite);
        demo.call("connected");
        assertEquals(java.util.List.of(CALLER + " one", CALLER + " two"), bench.candidates());
    }

    @Test
    void theyHearEachOtherAndAlsoAtEightKilohertz() {
        connected();
        bench.say(CALLER, tone(480, 1000), 48_000);
        assertEquals(1000, bench.hear(CALLEE)[479]);
        bench.say(CALLEE, tone(80, 600), 8_000);
        short[] heard = bench.hear(CALLER);
        assertEquals(600, heard[479]);
        assertEquals(600, heard[100]);
    }

    @Test
    void eitherSideMayHangUp() {
        String callid = connected();
        bob.about("sip-bye", callid, ",\"caller\":\"false\"");
        bob.action("bye-response");
        JsonNode bye = demo.flat("bye");
        assertEquals("a@app", bye.get("callid").asText());
        assertFalse(bye.has("code"));
        demo.about("bye-response", "a@app", ",\"cseq\":" + bye.get("cseq"));
        demo.noCalls();
        bob.noCalls();
        assertTrue(bench.live().isEmpty());
    }

    @Test
    void theCallerGivesUp() {
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        demo.about("sip-bye", "a@app", ",\"caller\":\"true\"");
        demo.flat("cancelresponse");
        assertEquals(invite.get("callid"), bob.flat("cancel").get("callid"));
        bob.about("cancel-response", invite.get("callid").asText(), "");
        bob.noCalls();
    }

    @Test
    void theCalleeDeclines() {
        demo.dial("a@app", "44");
        String callid = bob.flat("invitesdp").get("callid").asText();
        bob.about("sip-busy", callid, ",\"cseq\":1,\"code\":603");
        assertEquals(603, demo.flat("bye").get("code").asInt());
        bob.noCalls();
    }

    @Test
    void declinedBySipByeIs603() {
        demo.dial("a@app", "44");
        bob.about("sip-bye", bob.flat("invitesdp").get("callid").asText(), "");
        assertEquals(603, demo.flat("bye").get("code").asInt());
    }

    @Test
    void everyPhoneRingsAndTheFirstToAnswerHasIt() {
        Client second = bench.phone("44");
        demo.dial("a@app", "44");
        JsonNode atFirst = bob.flat("invitesdp");
        JsonNode atSecond = second.flat("invitesdp");
        assertNotEquals(atFirst.get("callid"), atSecond.get("callid"));
        assertNotEquals(atFirst.get("invitesdp"), atSecond.get("invitesdp"), "each has its own session");

        second.answer(atSecond);
        assertEquals(atFirst.get("callid"), bob.flat("cancel").get("callid"));
        bob.answer(atFirst);
        demo.flat("sdp");
        assertEquals(atSecond.get("callid"), second.call("connected").get("id"));
        assertEquals(
                atSecond.get("callid"), bob.call("connected").get("id"), "the other phone sees where it was answered");
        assertEquals(2, bench.live().size());
    }

    @Test
    void oneBusyPhoneLeavesTheOtherRinging() {
        Client second = bench.phone("44");
        demo.dial("a@app", "44");
        JsonNode invite = second.flat("invitesdp");
        bob.about("sip-busy", bob.flat("invitesdp").get("callid").asText(), "");
        second.answer(invite);
        demo.call("connected");
    }

    @Test
    void nobodyThereIs480() {
        demo.dial("a@app", "46");
        assertEquals(480, demo.flat("bye").get("code").asInt());
    }

    @Test
    void whileItRingsTheLampSaysSoAndTheAccountIsNotBusy() {
        Client watcher = bench.client("46");
        watcher.send("{\"action\":\"blf\",\"add\":[\"44\"]}");
        watcher.action("blf");
        demo.dial("a@app", "44");
        JsonNode ringing =
                watcher.await("ringing", frame -> frame.path("account").asText().equals("44"));
        assertFalse(ringing.has("code"));
        assertEquals("alerting", ringing.at("/calls/0/state").asText());
        assertEquals("ringing", watcher.action("blf").get("state").asText());
    }

    @Test
    void blindTransferToAnExtension() {
        String callid = connected();
        Client carol = bench.phone("41");
        demo.send("{\"action\":\"blind-transfer2\",\"id\":\"a@app\",\"from\":\"45\",\"to\":\"41\"}");
        assertEquals("a@app", demo.flat("bye").get("callid").asText());
        demo.noCalls();

        JsonNode invite = carol.flat("invitesdp");
        assertEquals("44", invite.get("from-user").asText());
        assertEquals(callid, bob.call("alerting").get("id").asText());
        assertNotEquals(0, bench.hear(CALLEE)[100], "who waits hears it ringing");
        carol.answer(invite);
        JsonNode shown = bob.action("callerid");
        assertEquals(callid, shown.get("callid").asText());
        assertEquals("41", shown.get("number").asText());
        carol.call("connected");
        bench.say(CALLEE, tone(480, 777), 48_000);
        assertEquals(777, bench.hear("leg-3.0")[479]);
    }

    @Test
    void blindTransferToAService() {
        String callid = connected();
        bob.send("{\"action\":\"blind-transfer2\",\"id\":\"" + callid + "\",\"from\":\"44\",\"to\":\"601\"}");
        assertEquals(callid, bob.flat("bye").get("callid").asText());
        assertEquals("601", demo.action("callerid").get("number").asText());
        assertEquals("601", demo.call("connected").get("to-number").asText());
        assertNotEquals(0, bench.hear(CALLER)[27]);
    }

    @Test
    void aServiceCanBeSentOnToo() {
        demo.dial("a@app", "601");
        demo.call("connected");
        demo.send("{\"action\":\"blind-transfer2\",\"id\":\"a@app\",\"from\":\"45\",\"to\":\"44\"}");
        demo.flat("bye");
        JsonNode invite = bob.flat("invitesdp");
        assertEquals("601", invite.get("from-user").asText());
        bob.answer(invite);
        bob.call("connected");
        assertNotEquals(0, bench.hear(CALLEE)[27]);
    }

    @Test
    void aTransferThatCannotBeLeavesTheCallAsItWas() {
        connected();
        for (String number : new String[] {"602", "999", "46", "701x"}) {
            demo.send("{\"action\":\"blind-transfer2\",\"id\":\"a@app\",\"from\":\"45\",\"to\":\"" + number + "\"}");
            assertEquals("a@app", demo.flat("response").get("id").asText());
            assertEquals("a@app", demo.call("connected").get("id").asText());
        }
    }

    @Test
    void aTransferThatNobodyTakesComesBack() {
        String callid = connected();
        Client carol = bench.phone("41");
        demo.send("{\"action\":\"blind-transfer2\",\"id\":\"a@app\",\"from\":\"45\",\"to\":\"41\"}");
        demo.flat("bye");
        carol.about("sip-busy", carol.flat("invitesdp").get("callid").asText(), ",\"code\":603");
        JsonNode back = demo.flat("invitesdp");
        assertEquals("44", back.get("from-user").asText());
        demo.answer(back);
        demo.call("connected");
        assertEquals("45", bob.call("connected").get("to-number").asText());
        demo.about("sip-bye", back.get("callid").asText(), "");
        assertEquals(callid, bob.flat("bye").get("callid").asText());
    }

    @Test
    void aCallSurvivesABlipOfItsSocket() {
        String callid = connected();
        demo.cut();
        Client watcher = bench.client("46");
        watcher.await(
                "gone",
                frame -> frame.at("/accounts/5/chatstatus").asText().equals("offline")
                        || (frame.path("account").asText().equals("45")
                                && frame.path("chatstatus").asText().equals("offline")));
        bench.loop.advance(Duration.ofSeconds(29));
        Client back = bench.phone("45");
        back.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        assertEquals("a@app", back.call("connected").get("id").asText());
        bench.loop.advance(Duration.ofSeconds(2));
        bob.about("sip-bye", callid, "");
        assertEquals("a@app", back.flat("bye").get("callid").asText());
    }

    @Test
    void aCallFollowsItsClientWhileTheOldSocketIsStillThoughtToBeOpen() {
        String callid = connected();
        Client back = bench.phone("45");
        offerAnew(back);
        assertEquals("a@app", back.flat("sdp").get("callid").asText());
        demo.about("sip-bye", "a@app", ""); // was long under way
        demo.close();
        demo.closed.join();
        bench.loop.advance(Duration.ofSeconds(31));
        bob.about("sip-bye", callid, "");
        assertEquals("a@app", back.flat("bye").get("callid").asText());
    }

    @Test
    void anotherKindOfPhoneOfTheSameExtensionDoesNotTakeTheCall() {
        String callid = connected();
        Client other = bench.client("45");
        other.send("{\"action\":\"sip-register\",\"useragent\":\"another\"}");
        other.action("sip-register");
        offerAnew(other);
        other.about("sip-bye", "a@app", "");
        other.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        other.call("a@app", "connected");
        bob.about("sip-bye", callid, "");
        assertEquals("a@app", demo.flat("bye").get("callid").asText());
    }

    private static void offerAnew(Client client) {
        client.about(
                "wrtc-hold",
                "a@app",
                ",\"holdcmd\":\"sendrecv\",\"sdp\":{\"type\":\"offer\",\"sdp\":\"" + Client.OFFER + "\"}");
    }

    @Test
    void whoDoesNotComeBackIsHungUp() {
        connected();
        demo.cut();
        bob.await(
                "gone",
                frame -> frame.path("account").asText().equals("45")
                        && frame.path("chatstatus").asText().equals("offline"));
        bench.loop.advance(Duration.ofSeconds(30));
        bob.flat("bye");
        bob.noCalls();
    }

    @Test
    void anAnswerThatWasMissedIsSentOnReturn() {
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        demo.cut();
        bob.await(
                "gone",
                frame -> frame.path("account").asText().equals("45")
                        && frame.path("chatstatus").asText().equals("offline"));
        bob.answer(invite);
        bob.call("connected");
        Client back = bench.client("45");
        back.send("{\"action\":\"sip-register\",\"useragent\":\"test\"}");
        assertEquals("a@app", back.flat("sdp").get("callid").asText());
        assertEquals("a@app", back.flat("candidate").get("callid").asText());
    }

    @Test
    void aPhoneThatRangIsInvitedAgainOnReturn() {
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        bob.cut();
        demo.await(
                "gone",
                frame -> frame.path("account").asText().equals("44")
                        && frame.path("chatstatus").asText().equals("offline"));
        Client back = bench.phone("44");
        JsonNode again = back.flat("invitesdp");
        assertEquals(invite.get("callid"), again.get("callid"));
        back.answer(again);
        demo.call("connected");
    }

    private String connected() {
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        bob.answer(invite);
        demo.call("connected");
        bob.call("connected");
        return invite.get("callid").asText();
    }

    private static short[] tone(int samples, int level) {
        short[] frame = new short[samples];
        Arrays.fill(frame, (short) level);
        return frame;
    }
}
