package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two browsers, each with a profile and a voice of its own, call each other through the embedded PBX. */
@ExtendWith(Shared.class)
class TwoBrowsersTest {

    @ParameterizedTest
    @EnumSource
    void theyHearEachOther(Dialect dialect, Offices offices) throws Exception {
        Office office = offices.at(dialect);
        Desk ann = office.ann();
        Desk ben = office.ben();
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
        ben.hearsKey("3", () -> ann.press("3"));
        ann.hangUp();
        ben.until("ended");
    }
}
