package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two browsers, each with a profile and a voice of its own, call each other through the embedded PBX. */
@ExtendWith(Shared.class)
class TwoBrowsersTest {

    @Test
    void theyHearEachOther(Office office) throws Exception {
        try (Browser first = new Browser(523);
                Browser second = new Browser(330)) {
            Desk ann = office.legacy(first, "46");
            Desk ben = office.legacy(second, "47");
            ann.dial("47");
            assertEquals("46", ben.until("ringing"));
            ben.answer();
            ann.hearsTone(330);
            ben.hearsTone(523);
            ben.hold();
            ann.hearsNo(330);
            ben.resume();
            ann.hearsTone(330);
            ben.hearsTone(523);
            ann.press("3");
            ben.hearsKey("3");
            ann.hangUp();
            ben.until("ended");
        }
    }
}
