package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own client, at extension 45, and a browser call each other. */
@ExtendWith(Shared.class)
class PlatformTest {

    @ParameterizedTest
    @EnumSource
    void theBrowserIsCalledAndHangsUp(Dialect dialect, Offices offices) throws Exception {
        Office office = offices.at(dialect);
        Desk ann = office.ann();
        office.platform.say("pbx:dial 46");
        assertEquals("45", ann.until("ringing"));
        ann.answer();
        talk(office, ann);
        ann.hangUp();
        office.platform.say("pbx:await call ENDED 40");
        office.platform.printsNext("ENDED");
    }

    @ParameterizedTest
    @EnumSource
    void theBrowserCallsAndIsHungUpOn(Dialect dialect, Offices offices) throws Exception {
        Office office = offices.at(dialect);
        Desk ann = office.ann();
        ann.dial("45");
        office.platform.say("pbx:await call RINGING 40", "pbx:answer");
        talk(office, ann);
        office.platform.say("pbx:hangup");
        ann.until("ended");
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
        ann.hearsKey("5", () -> office.platform.say("pbx:dtmf 5"));
        ann.press("7");
        office.hears("key 7");
    }
}
