package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Party;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

class JsonTest {
    @Test
    void aCallHasTheNamesOfTheRecord() {
        assertEquals(
                "{\"id\":\"c1\",\"account\":\"demo\",\"direction\":\"OUT\",\"remote\":{\"number\":\"601\",\"name\":\"Tone\",\"shown\":\"601\"},"
                        + "\"state\":\"ENDED\",\"heldHere\":false,\"heldThere\":false,\"muted\":false,"
                        + "\"media\":\"CONNECTED\",\"reachable\":true,\"began\":\"2026-01-02T03:04:05Z\",\"answered\":null,"
                        + "\"ending\":{\"by\":\"THERE\",\"reason\":\"BUSY\",\"text\":\"602 is busy\"},\"ended\":\"2026-01-02T03:04:05Z\",\"recording\":false,\"group\":\"\"}",
                Json.of(Fakes.call("c1", CallState.ENDED)));
    }

    @Test
    void numbersThatJsonCannotSayAreNull() {
        assertEquals(
                "{\"call\":\"c1\",\"account\":\"demo\",\"packetsSent\":100,\"packetsReceived\":99,\"packetsLost\":1,"
                        + "\"jitter\":2.5,\"roundTrip\":null,\"samplesReceived\":48000,\"samplesConcealed\":12,"
                        + "\"levelIn\":0.5,\"levelOut\":null,\"codec\":\"opus/48000\",\"path\":\"host/host\","
                        + "\"at\":\"1970-01-01T00:00:00Z\",\"lost\":0.0,\"concealed\":0.0,\"bitRateIn\":0,\"bitRateOut\":0,"
                        + "\"score\":0.0,\"warnings\":[]}",
                Json.of(Fakes.quality(Fakes.id("c1"))));
    }

    @Test
    void listsAndMaps() {
        Presence presence = new Presence(
                Fakes.DEMO,
                "44",
                "",
                Presence.Kind.EXTENSION,
                PresenceState.TALKING,
                true,
                false,
                true,
                List.of(new Party("1", ""), new Party("2", "")),
                Map.of("a", "b"));
        assertEquals(
                "{\"seenBy\":\"demo\",\"number\":\"44\",\"name\":\"\",\"kind\":\"EXTENSION\",\"state\":\"TALKING\","
                        + "\"registered\":true,\"dnd\":false,\"available\":true,"
                        + "\"with\":[{\"number\":\"1\",\"name\":\"\",\"shown\":\"1\"},{\"number\":\"2\",\"name\":\"\",\"shown\":\"2\"}],\"other\":{\"a\":\"b\"}}",
                Json.of(presence));
    }

    @Test
    void aHostileNameStaysOneHarmlessLine() {
        Party evil = new Party("\"\\", "\u001b]0;x\u0007\n\u009b\u202e\u2028\ud800é😀\u007f");
        String line = Json.of(Fakes.call("c", CallState.RINGING, Direction.IN, Fakes.BEGAN, evil));
        assertEquals(
                "{\"number\":\"\\\"\\\\\",\"name\":\"\\u001b]0;x\\u0007\\u000a\\u009b\\u202e\\u2028\\ud800é😀\\u007f\",\"shown\":\"\\\"\\\\\"}",
                line.substring(line.indexOf("{\"number"), line.indexOf(",\"state")));
    }

    @Test
    void aRecordWithoutComponents() {
        record Nothing() {}
        record Some(Optional<String> text) {}
        assertEquals("{}", Json.of(new Nothing()));
        assertEquals("{\"text\":\"x\"}", Json.of(new Some(Optional.of("x"))));
    }
}
