package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Cookie;

/** The telephony pages of the web console in a real browser, with what they show changing under its eyes. */
@ExtendWith(Shared.class)
class ConsolePagesTest {
    private final Console console;

    ConsolePagesTest(Console console) {
        this.console = console;
    }

    @Test
    void aBrowserLogsInSeesTheOfficeLiveAndLogsOut() throws Exception {
        Browser browser = console.browser();
        browser.console(); // what Felix's pages had to say in another test
        browser.open(console.url("logout"));
        browser.open(console.url("pbx"));
        logIn(browser, "vic", "wrong");
        browser.sees("p[role=alert]", "Wrong user or password");
        logIn(browser, "vic", console.passwords.get("vic"));
        browser.sees("#pbx-live", "live");
        assertTrue(browser.sees("#pbx-accounts tr", "45@localhost").contains("registered"));
        Cookie cookie = browser.cookie("pbx-console");
        assertTrue(cookie.isHttpOnly() && cookie.getPath().equals("/system/console"), cookie.toString());
        assertEquals("Strict", cookie.getSameSite());
        console.platform.say("pbx:dial 44@localhost 604");
        browser.sees("#pbx-presence tr:has(.lamp.ringing, .lamp.talking)", "44");
        console.platform.say("pbx:hangup");
        browser.sees("#pbx-presence tr:has(.lamp.idle)", "44");
        assertEquals(
                List.of(),
                browser.console().stream().filter(line -> !line.contains("401")).toList());
        browser.open(console.url("logout"));
        browser.sees("h1", "PBX console");
        browser.open(console.url("pbx"));
        browser.sees("button", "Log in");
    }

    @Test
    void anOperatorSeesHowACallSoundsAndHangsUp() throws Exception {
        Browser browser = console.browser("olga", "pbxcalls");
        browser.sees("#pbx-live", "live");
        console.platform.say("pbx:dial 45@localhost 601");
        browser.sees("#pbx-calls .badge.good", "active");
        browser.sees("#pbx-calls td:has(svg polyline.score)", "MOS");
        browser.type("input[name=to]", "not a number");
        browser.click("#pbx-calls button[name=transfer]");
        browser.sees("[role=status] .badge.bad", "no number to dial");
        browser.type("input[name=to]", "600");
        browser.click("#pbx-calls button[name=transfer]");
        browser.sees("[role=status] .badge.good", "is transferred to 600");
        console.platform.say("pbx:dial 45@localhost 604");
        browser.sees("#pbx-calls .badge.busy", "ringing");
        browser.click("#pbx-calls button[name=hangup]");
        browser.sees("[role=status] .badge.good", "has ended");
        browser.sees("#pbx-calls tbody", "No calls.");
    }

    @Test
    void theAdministratorDeploysAndDeniesOnThePluginsPageAndTheTrailKnowsIt() throws Exception {
        Browser browser = console.browser("admin", "pbxplugins");
        browser.sees("#pbx-live", "live");
        browser.file("input[type=file]", Console.plugin("calllog"));
        browser.click("button[name=upload]");
        browser.sees("[role=status] .badge.good", "calllog");
        browser.sees("#pbx-plugins tr", "calllog.jar");
        browser.click("#pbx-plugins button[name=deny]");
        browser.sees("#pbx-plugins .badge.bad", "denied");
        browser.open(console.url("pbxhistory"));
        browser.sees("#pbx a", "calllog has noted");
        browser.open(console.url("pbxplugins"));
        browser.click("#pbx-plugins button[name=undeploy]");
        browser.sees("#pbx-plugins tbody", "No plugins.");
        browser.open(console.url("pbxaudit"));
        browser.sees("#pbx-audit tr", "undeploy=calllog");
        browser.sees("#pbx-audit tr", "runs");
        assertFalse(browser.page().contains(console.passwords.get("admin")));
    }

    @Test
    void anAccountIsTestedMadeSeenAndRemoved() throws Exception {
        Browser browser = console.browser("admin", "pbxaccounts?account=bob");
        browser.open(console.url("pbxaccounts?account=bob"));
        browser.type("input[name=extension]", "43");
        browser.type("input[name='.password']", "wrong");
        browser.click("button[value=test]");
        browser.sees("#pbx-test tr:has(.good)", "TLS");
        browser.sees("#pbx-test tr:has(.bad)", "LOGIN");
        browser.type("input[name='.password']", Console.SECRET);
        browser.click("button[value=test]");
        browser.sees("#pbx-test tr:has(.good)", "STATE");
        browser.click("button[value=save]");
        browser.sees("[role=status] .badge.good", "is saved");
        browser.open(console.url("pbx"));
        browser.sees("#pbx-accounts tr:has(.badge.good)", "43@localhost");
        browser.open(console.url("pbxaccounts?account=bob"));
        browser.type("input[name=extension]", "44");
        browser.click("button[value=save]");
        browser.sees("[role=status] .badge.good", "is saved");
        browser.open(console.url("pbx"));
        browser.sees("#pbx-accounts tr:has(.badge.good)", "44@localhost");
    }

    @Test
    void theWireIsSeenLiveAndRecordedAndPlayedBack() throws Exception {
        Browser browser = console.browser("admin", "pbxrecordings");
        browser.click("form:has(input[value=demo]) option:nth-child(2)");
        browser.click("form:has(input[value=demo]) button[value=record]");
        browser.sees("[role=status] .badge.good", "masked");
        browser.open(console.url("pbxwire"));
        browser.sees("#pbx-live", "live");
        console.platform.say("pbx:dial 45@localhost 604");
        browser.sees("#pbx-wire tr:has(code)", "sdp-packet");
        console.platform.say("pbx:hangup");
        // as a word: a time of day may end with .604, and an id have it in its midst
        assertFalse(
                Pattern.compile("(?<![\\w.])604(?!\\w)").matcher(browser.page()).find(), "numbers are masked");
        browser.open(console.url("pbxrecordings"));
        browser.click("#pbx-recordings button[value=replay]");
        browser.sees("[role=status] .badge.good", "plays back");
        browser.open(console.url("pbx"));
        browser.sees("#pbx-accounts tr", "0@replay");
        browser.open(console.url("pbxrecordings"));
        browser.click("button[value=stop]");
        browser.sees("[role=status] .badge.good", "has ended");
    }

    @Test
    void whatIsWrongIsSeenFirstAndTheTypedPasswordIsKeptSealed() throws Exception {
        Browser browser = console.browser("admin", "pbx");
        browser.sees("#pbx-live", "live");
        browser.sees("#pbx-health .badge.good", "well");
        console.platform.set("pbx.account-bob.cfg", ".password", "wrong");
        browser.sees("#pbx-health tr:first-child:has(.badge.bad)", "44@localhost is refused: ");
        browser.open(console.url("pbxaccounts?account=bob"));
        browser.sees(".about", "file:PATH from a file, keyring:NAME");
        browser.type("input[name='.password']", Console.SECRET);
        browser.click("button[value=save]");
        browser.sees("[role=status] .badge.good", "is saved");
        browser.open(console.url("pbx"));
        browser.sees("#pbx-live", "live");
        browser.sees("#pbx-accounts tr:has(.badge.good)", "44@localhost");
        String file = Files.readString(console.platform.home.resolve("conf/pbx.account-bob.cfg"));
        assertTrue(file.contains(".password = sealed"), file);
        assertFalse(file.contains(Console.SECRET));
    }

    @Test
    void felixsFormShowsWhyAValueIsRefused() throws Exception {
        Browser browser = console.browser("admin", "configMgr/pbx.console");
        browser.sees(".ui-dialog", "Idle time-out");
        browser.type("[name=idleMinutes]", "soon");
        browser.run(
                "[...document.querySelectorAll('.ui-dialog button')].find(b => b.textContent.trim() === 'Save').click()");
        browser.sees(".ui-dialog", "idleMinutes = \"soon\" is not a whole number");
    }

    @Test
    void aBrowserOfAnotherMachineSeesThePagesLiveOverTls() throws Exception {
        Browser browser = console.browser();
        String root = "https://127.0.0.1:" + console.secure + "/system/console/";
        browser.open(root + "logout");
        browser.open(root + "pbx");
        logIn(browser, "vic", console.passwords.get("vic"));
        browser.sees("#pbx-live", "live");
        assertTrue(browser.cookie("pbx-console").isSecure());
        console.platform.say("pbx:dial 45@localhost 604");
        browser.sees("#pbx-presence tr:has(.lamp.ringing, .lamp.talking)", "45");
        console.platform.say("pbx:hangup");
        browser.sees("#pbx-presence tr:has(.lamp.idle)", "45");
        browser.open(root + "logout");
    }

    private static void logIn(Browser browser, String user, String password) {
        browser.type("input[name=user]", user);
        browser.type("input[name=password]", password);
        browser.click("button");
        browser.sees("#pbx, [role=alert]", "");
    }
}
