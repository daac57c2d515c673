package pbx.browser;

import org.junit.jupiter.api.Test;

/** The client of the page of 2021, in a real browser, at the embedded PBX. */
class LegacyPageTest {

    @Test
    void itMakesHoldsResumesAndEndsACall() throws Exception {
        try (Office office = new Office();
                Browser browser = new Browser(523)) {
            Desk desk = office.legacy(browser, "46");
            desk.dial("601");
            desk.until("audio-connected");
            desk.hearsTone(440);
            desk.hold();
            desk.resume();
            desk.until("audio-connected");
            desk.hearsTone(440);
            desk.hangUp();
            desk.dial("600");
            desk.until("audio-connected");
            desk.hearsTone(523);
            desk.hangUp();
        }
    }
}
