package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.simulator.exchange.Dialect;

/** The dialect of 70.1: the PBX makes the offer for the client's own call too. */
class ModernTest {
    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final Client bob = bench.phone("44");

    @BeforeEach
    void modern() {
        bench.exchange.dialects().dialect(Dialect.MODERN);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void thePbxOffersWithProgressAndTheCallConnectsByItsState() {
        demo.dial("a@app", "44");
        JsonNode offer = demo.flat("sdp");
        assertEquals(183, offer.get("code").asInt());
        assertTrue(offer.get("sdp").asText().contains("a=setup:actpass"));
        assertEquals("a@app", offer.get("callid").asText());
        assertEquals("44", offer.get("to-user").asText());
        assertEquals("a@app", demo.flat("candidate").get("callid").asText());
        demo.answer(offer);
        JsonNode invite = bob.flat("invitesdp");
        bob.answer(invite);
        JsonNode call = demo.await("connected", frame -> {
            assertFalse(frame.has("sdp"), "no second description");
            return frame.at("/calls/0/state").asText().equals("connected");
        });
        assertFalse(call.at("/calls/0/connect").asText().isEmpty());
        assertEquals(Set.of("leg-1.0", "leg-2.0"), Set.copyOf(bench.accepted()));
        assertEquals(2, bench.accepted().size());
    }

    @Test
    void whoDoesNotAnswerTheOfferLosesTheCallAtPickup() {
        demo.dial("a@app", "44");
        demo.flat("sdp");
        JsonNode invite = bob.flat("invitesdp");
        bob.answer(invite);
        bob.send("{\"action\":\"ringtones\"}");
        bob.flat("ringtones");
        bench.loop.advance(Duration.ofSeconds(2));
        JsonNode bye = demo.flat("bye");
        assertEquals("true", bye.get("bye").textValue());
        assertEquals(415, bye.get("code").asInt());
        bob.flat("bye");
        bob.noCalls();
    }

    @Test
    void aServiceWaitsALittleForTheAnswer() {
        demo.dial("a@app", "601");
        JsonNode offer = demo.flat("sdp");
        bench.loop.advance(Duration.ofMillis(1_999));
        demo.answer(offer);
        demo.call("connected");
        bench.loop.advance(Duration.ofSeconds(5));
        assertNotEquals(0, bench.hear("leg-1.0")[27]);
    }

    @Test
    void theCallerHearsTheRinging() {
        demo.dial("a@app", "604");
        demo.answer(demo.flat("sdp"));
        demo.send("{\"action\":\"ringtones\"}");
        demo.flat("ringtones");
        assertNotEquals(0, bench.hear("leg-1.0")[27]);
    }

    @Test
    void pickupMayBeToldByAFinalDescriptionToo() {
        bench.exchange.dialects().finalSdp(true);
        demo.dial("a@app", "601");
        JsonNode offer = demo.flat("sdp");
        demo.answer(offer);
        JsonNode last = demo.flat("sdp");
        assertEquals(200, last.get("code").asInt());
        assertEquals(offer.get("sdp"), last.get("sdp"));
        demo.about("sip-ack", "a@app", "");
    }

    @Test
    void oneExtensionMayBeOfAnotherGeneration() {
        bench.exchange.dialects().dialect("44", Dialect.LEGACY);
        bob.dial("b@app", "601");
        assertEquals(200, bob.flat("sdp").get("code").asInt());
        demo.dial("a@app", "601");
        assertEquals(183, demo.flat("sdp").get("code").asInt());
        assertEquals("70.1", bench.exchange.dialects().dialect().version());
        bench.exchange.dialects().dialect(Dialect.LEGACY);
        demo.dial("c@app", "601");
        assertEquals(200, demo.flat("sdp").get("code").asInt());
    }

    @Test
    void thePbxMayPutItsOwnIdInPlace() {
        bench.exchange.dialects().ownCallids(true);
        demo.dial("a@app", "601");
        JsonNode offer = demo.flat("sdp");
        String id = offer.get("callid").asText();
        assertTrue(id.endsWith("@pbx"), id);
        demo.answer(offer);
        assertEquals(id, demo.call("connected").get("id").asText());
        demo.about("sip-bye", "a@app", "");
        assertEquals(id, demo.action("bye-response").get("callid").asText(), "the client's own id is known as well");
        demo.noCalls();
    }

    @Test
    void othersAreShownOnlyToThoseWhoAskedForTheTenant() {
        Client watcher = bench.client("46");
        watcher.send("{\"action\":\"domain-calls\",\"subscribe\":true}");
        watcher.action("call-state");
        Client own = bench.phone("47");
        demo.dial("a@app", "604");
        assertEquals(
                "604",
                watcher.await("busy", frame -> frame.path("code").asText().equals("busy"))
                        .at("/calls/0/to-number")
                        .asText());
        own.send("{\"action\":\"ringtones\"}");
        own.await("ringtones", frame -> {
            assertNotEquals("45", frame.path("account").asText());
            return frame.has("ringtones");
        });
    }
}
