package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both sides do something at once. Whatever came second names what is no more, and nothing stays behind. */
class GlareTest {
    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client bob = bench.phone("44");

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void bothHangUp() {
        String id = bench.connect(demo, "a@app", bob, "44");
        demo.about("sip-bye", "a@app", "");
        bob.about("sip-bye", id, "");
        demo.noCalls();
        bob.noCalls();
        assertNothingStays();
    }

    @Test
    void aCancelCrossesTheAnswer() {
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        demo.about("sip-bye", "a@app", "");
        bob.answer(invite);
        bob.await("its end", frame -> frame.has("cancel") || frame.has("bye"));
        demo.noCalls();
        bob.noCalls();
        assertNothingStays();
    }

    @Test
    void aByeComesWhileTheAnswerIsBeingAgreed() {
        demo.dial("a@app", "44");
        JsonNode invite = bob.flat("invitesdp");
        bob.answer(invite);
        bob.about("sip-bye", invite.get("callid").asText(), "");
        demo.flat("bye");
        demo.noCalls();
        assertNothingStays();
    }

    @Test
    void theyCallEachOther() {
        demo.dial("a@app", "44");
        bob.dial("b@app", "45");
        JsonNode atBob = bob.flat("invitesdp");
        JsonNode atDemo = demo.flat("invitesdp");
        bob.answer(atBob);
        demo.answer(atDemo);
        demo.call("a@app", "connected");
        bob.call("b@app", "connected");
        demo.about("sip-bye", "a@app", "");
        bob.about("sip-bye", "b@app", "");
        demo.noCalls();
        assertNothingStays();
    }

    @Test
    void aHoldAndATransferCrossAHangUp() {
        String id = bench.connect(demo, "a@app", bob, "44");
        demo.about("sip-bye", "a@app", "");
        bob.about("wrtc-hold", id, ",\"holdcmd\":\"sendonly\"");
        bob.send("{\"action\":\"blind-transfer2\",\"id\":\"" + id + "\",\"from\":\"44\",\"to\":\"700\"}");
        bob.flat("bye");
        bob.noCalls();
        demo.noCalls();
        bob.dial("c@app", "700");
        assertEquals(404, bob.flat("bye").get("code").asInt(), "nobody was parked");
        assertNothingStays();
    }

    /** The first generation named no call, and had one. */
    @Test
    void withoutAnIdTheOnlyCallIsMeant() {
        demo.send("{\"action\":\"sdp-packet\",\"to\":\"601\",\"sdp\":\"v=0\"}");
        assertTrue(demo.flat("sdp").get("callid").asText().endsWith("@pbx"));
        demo.call("connected");
        demo.send("{\"action\":\"sip-bye\"}");
        demo.noCalls();
        assertNothingStays();
    }

    private void assertNothingStays() {
        assertTrue(bench.live().isEmpty(), bench.live().toString());
    }
}
