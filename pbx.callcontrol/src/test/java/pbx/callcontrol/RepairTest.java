package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;
import pbx.api.connection.ConnectionState;

/** A call whose audio path breaks in mid-call. */
class RepairTest extends Desk {
    private void breaks(Call call) {
        media.become(call.id(), MediaState.FAILED, Optional.of("the path broke"));
        time.run();
    }

    @Test
    void itIsOfferedAnewAndGoesOn() {
        Call call = talk();
        breaks(call);
        assertEquals(CallState.ACTIVE, now(call).state());
        assertEquals("sendrecv", wire.last("wrtc-hold").text("holdcmd"));
        assertTrue(wire.last("wrtc-hold").fields().containsKey("sdp"));
        media.found(call.id(), "candidate:restarted");
        time.run();
        assertTrue(wire.kinds().lastIndexOf("ice-candidate") > wire.kinds().lastIndexOf("wrtc-hold"));
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertTrue(media.asked.contains("accept fresh answer"));
        media.connect(call.id());
        time.pass(Duration.ofMinutes(5));
        assertEquals(MediaState.CONNECTED, now(call).media());
        assertEquals(1, wire.count("wrtc-hold"), "mended is mended");
        breaks(call);
        assertEquals(2, wire.count("wrtc-hold"), "and the next time is a first time");
    }

    @Test
    void aLongBreakIsTriedLessAndLessOften() {
        Call call = talk();
        breaks(call);
        time.pass(Duration.ofSeconds(31)); // 0, 2, 6, 14, 30
        assertEquals(5, wire.count("wrtc-hold"));
        time.pass(Duration.ofMinutes(5)); // every 30 s
        assertEquals(15, wire.count("wrtc-hold"));
        assertEquals(CallState.ACTIVE, now(call).state());
    }

    @Test
    void whileThePbxCannotBeReachedItWaitsAndThenTriesAtOnce() {
        Call call = talk();
        connection(ConnectionState.CONNECTING);
        breaks(call);
        time.pass(Duration.ofSeconds(20));
        assertEquals(0, wire.count("wrtc-hold"));
        connection(ConnectionState.REGISTERED);
        assertEquals(1, wire.count("wrtc-hold"));
    }

    @Test
    void anOfferThatWentOverALostConnectionIsMadeAgainThoughAudioIsBack() {
        Call call = talk();
        breaks(call);
        connection(ConnectionState.CONNECTING);
        media.connect(call.id());
        time.run();
        connection(ConnectionState.REGISTERED);
        assertEquals(2, wire.count("wrtc-hold"), "its answer may be lost");
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        connection(ConnectionState.CONNECTING);
        connection(ConnectionState.REGISTERED);
        assertEquals(2, wire.count("wrtc-hold"), "nothing is open");
    }

    @Test
    void aCallOnHoldIsNotTakenBackByARepair() {
        Call call = held();
        breaks(call);
        time.pass(Duration.ofMinutes(1));
        assertEquals(1, wire.count("wrtc-hold"), "the hold alone");
        assertTrue(now(call).heldHere());
        does().holding.resume(call.id());
        time.run();
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertFalse(now(call).heldHere());
    }

    @Test
    void aHoldDuringTheRepairIsToldAgainWhenThePbxHasAnswered() {
        Call call = talk();
        breaks(call);
        now(does().holding.hold(call.id()));
        assertEquals("sendonly", wire.last("wrtc-hold").text("holdcmd"));
        int before = wire.kinds().size();
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertEquals("wrtc-hold", wire.kinds().get(before), "our offer said sendrecv, and came after or before it");
        assertTrue(silent(call));
    }

    @Test
    void aSuccessorGoesOnRepairing() {
        Call call = talk();
        breaks(call);
        swap();
        assertEquals(2, wire.count("wrtc-hold"));
        time.pass(Duration.ofSeconds(3));
        assertEquals(3, wire.count("wrtc-hold"));
        list(listed(call, "connected"));
        time.pass(Duration.ofSeconds(10));
        assertEquals(CallState.ACTIVE, now(call).state());
    }
}
