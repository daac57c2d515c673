package pbx.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client of the page of 2021, in a real browser, at the embedded PBX. */
@ExtendWith(Shared.class)
class LegacyPageTest {

    @Test
    void itMakesHoldsResumesAndEndsACall(Offices offices) throws Exception {
        Office office = offices.at(Dialect.LEGACY);
        Desk ann = office.ann();
        ann.dial("601");
        ann.hearsTone(440);
        ann.hold();
        ann.resume();
        ann.hearsTone(440);
        ann.hangUp();
        ann.dial("600");
        ann.hearsTone(523);
        ann.hearsKey("5", () -> ann.press("5"));
        ann.hold();
        ann.resume();
        ann.hearsTone(523);
        ann.hangUp();
        ann.dial("605");
        ann.until("ended");
    }
}
