package pbx.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.AccountId;
import pbx.api.call.CallId;
import pbx.listeners.WriterThread;
import pbx.webrtc.AudioEngine.State;

class BreaksTest {
    private final CallId call = new CallId(new AccountId("demo"), "c1");
    private final AtomicInteger redrawn = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "::1, false",
        "0:0:0:0:0:0:0:1, false",
        "203.0.113.9, true",
        "2001:db8::9, true",
        "'', false",
        "0b1c.local, false"
    })
    void aCallIsBrokenWhenItsAddressIsThisMachinesNoLonger(String address, boolean broken) {
        try (WriterThread writer = new WriterThread("test")) {
            Breaks breaks = new Breaks(writer, redrawn::incrementAndGet);
            breaks.overAddress(call, address);
            assertEquals(broken, breaks.isBroken(call, State.CONNECTED));
            assertEquals(broken ? 1 : 0, redrawn.get());
        }
    }

    @Test
    void theNetworkIsBack() {
        try (WriterThread writer = new WriterThread("test")) {
            Breaks breaks = new Breaks(writer, redrawn::incrementAndGet);
            breaks.overAddress(call, "203.0.113.9");
            breaks.overAddress(call, "127.0.0.1");
            assertEquals(false, breaks.isBroken(call, State.CONNECTED));
            assertEquals(2, redrawn.get());
        }
    }
}
