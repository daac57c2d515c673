package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our own client, at extension 45, and a browser call each other. */
@ExtendWith(Shared.class)
class PlatformTest {

    @Test
    void theBrowserIsCalled(Office office) throws Exception {
        try (Browser browser = new Browser(523)) {
            Desk ann = office.legacy(browser, "46");
            office.platform.say("pbx:dial 46");
            assertEquals("45", ann.until("ringing"));
            ann.answer();
            talk(office, ann);
            ann.hangUp();
            office.platform.say("pbx:await call ENDED 10");
            office.platform.printsNext("ENDED");
        }
    }

    @Test
    void theBrowserCalls(Office office) throws Exception {
        try (Browser browser = new Browser(523)) {
            Desk ann = office.legacy(browser, "46");
            ann.dial("45");
            office.platform.say("pbx:await call RINGING 10", "pbx:answer");
            talk(office, ann);
            office.platform.say("pbx:hangup");
            ann.until("ended");
        }
    }

    /** Both hear, each holds and resumes, each presses a key. */
    private static void talk(Office office, Desk ann) throws Exception {
        ann.hearsTone(392);
        office.hears("tone 523");
        office.platform.say("pbx:hold");
        ann.hearsNo(392);
        office.hears("silence");
        office.platform.say("pbx:resume");
        ann.hearsTone(392);
        office.hears("tone 523");
        ann.hold();
        office.hears("s");
        ann.resume();
        office.hears("tone 523");
        ann.hearsTone(392);
        office.platform.say("pbx:dtmf 5");
        ann.hearsKey("5");
        ann.press("7");
        office.hears("key 7");
    }
}
