package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** One extension's phone in a browser page, used as its user would. */
final class Desk {
    private final Browser browser;

    Desk(Browser browser) {
        this.browser = browser;
    }

    Desk signIn(String token) {
        assertEquals(true, browser.run("return phone.signIn(arguments[0])", token), "the token opens a session");
        browser.run("phone.open()");
        until("registered");
        return this;
    }

    /** Waits for the next event of that name, and gives its detail. */
    String until(String event) {
        return String.valueOf(browser.run("return events.until(arguments[0])", event));
    }

    void dial(String number) {
        browser.run("return phone.dial(arguments[0])", number);
    }

    void answer() {
        browser.run("return phone.answer()");
    }

    void hold() {
        browser.run("return phone.hold()");
    }

    void resume() {
        browser.run("return phone.resume()");
    }

    void press(String keys) {
        browser.run("return phone.press(arguments[0])", keys);
    }

    void hangUp() {
        browser.run("return phone.hangUp()");
    }

    void hearsTone(int hertz) {
        browser.run("return phone.ear.tone(arguments[0])", hertz);
    }

    void hearsNo(int hertz) {
        browser.run("return phone.ear.without(arguments[0])", hertz);
    }

    void hearsKey(String key) {
        browser.run("return phone.ear.key(arguments[0])", key);
    }
}
