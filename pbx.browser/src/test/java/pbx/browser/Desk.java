package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.openqa.selenium.Cookie;

/** One extension's phone in a browser page, used as its user would. */
final class Desk {
    private final Browser browser;

    Desk(Browser browser) {
        this.browser = browser;
    }

    Desk signIn(String token) {
        assertEquals(true, redeem(token), "the token opens a session");
        run("phone.open()");
        until("registered");
        return this;
    }

    /** Whether the PBX took the token. */
    Object redeem(String token) {
        return run("return phone.signIn(arguments[0])", token);
    }

    Cookie cookie(String name) {
        return browser.cookie(name);
    }

    Object run(String script, Object... arguments) {
        return browser.run(script, arguments);
    }

    /** Waits for the next event of that name, and gives its detail. */
    String until(String event) {
        return String.valueOf(run("return events.until(arguments[0])", event));
    }

    void dial(String number) {
        run("return phone.dial(arguments[0])", number);
    }

    void answer() {
        run("return phone.answer()");
    }

    void hold() {
        run("return phone.hold()");
    }

    void resume() {
        run("return phone.resume()");
    }

    void press(String keys) {
        run("return phone.press(arguments[0])", keys);
    }

    void hangUp() {
        run("return phone.hangUp()");
    }

    void hearsTone(int hertz) {
        run("return phone.ear.tone(arguments[0])", hertz);
    }

    void hearsNo(int hertz) {
        run("return phone.ear.without(arguments[0])", hertz);
    }

    /** Pressed again if it was not: the page's ear looks now and then, and on a busy machine a key may be over by then. */
    void hearsKey(String key, Press press) throws Exception {
        for (int left = 2; ; left--) {
            press.press();
            try {
                run("return phone.ear.key(arguments[0])", key);
                return;
            } catch (AssertionError notHeard) {
                if (left == 0) {
                    throw notHeard;
                }
            }
        }
    }

    /** Has the key be said. */
    interface Press {
        void press() throws Exception;
    }
}
