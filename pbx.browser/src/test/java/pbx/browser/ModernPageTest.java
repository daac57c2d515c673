package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Cookie;

/** A page that rolls back and answers the PBX's own offer: over TLS, signed in by token from another port. */
@ExtendWith(Shared.class)
class ModernPageTest {

    @Test
    void itMakesHoldsResumesAndEndsACall(Offices offices) throws Exception {
        Office office = offices.at(Dialect.MODERN);
        Desk ann = office.ann();
        ann.dial("601");
        ann.until("offered");
        ann.until("answered");
        ann.hearsTone(440);
        ann.hold();
        ann.hearsNo(440);
        ann.resume();
        ann.hearsTone(440);
        ann.hangUp();
        ann.dial("600");
        ann.hearsTone(523);
        ann.hearsKey("5", () -> ann.press("5"));
        ann.hold();
        ann.hearsNo(523);
        ann.resume();
        ann.hearsTone(523);
        ann.hangUp();
    }

    @Test
    void theCookieIsAsDocumentedAndATokenIsGoodForOneSession(Offices offices) throws Exception {
        Office office = offices.at(Dialect.MODERN);
        Desk ann = office.ann();
        Cookie session = ann.cookie("session");
        assertEquals("/", session.getPath());
        assertEquals("Strict", session.getSameSite());
        assertEquals(true, session.isSecure());
        assertEquals(true, session.isHttpOnly());
        String token = office.token("46");
        assertEquals(true, ann.redeem(token));
        assertEquals(false, ann.redeem(token));
    }

    @Test
    void whatNeedsAPreflightIsRefused(Offices offices) throws Exception {
        Desk ann = offices.at(Dialect.MODERN).ann();
        assertEquals(
                "TypeError",
                ann.run(
                        "return fetch(phone.server + '/rest/system/session', {method: 'POST', credentials: 'include',"
                                + " headers: {'Content-Type': 'application/json'}, body: '{}'}).then(() => 'let in', e => e.name)"));
    }
}
