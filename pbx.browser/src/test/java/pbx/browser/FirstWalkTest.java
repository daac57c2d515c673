package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pbx.acceptance.Platform;

/** Somebody new: the command, the two lines that it prints, a browser; then the demo office lives before his eyes. */
class FirstWalkTest {
    private static final Pattern ADDRESS = Pattern.compile("console (http://\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("user (\\S+), password (\\S+) \\(shown once");
    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void fromThePrintedLinesToTheLivingOffice() throws Exception {
        long begun = System.nanoTime();
        try (Platform platform = new Platform();
                Browser browser = new Browser(0, "")) {
            platform.start("--headless");
            Matcher address = found(ADDRESS, platform.prints("ready in"));
            Matcher password = found(PASSWORD, platform.warns("web console: user"));
            browser.size(1300, 1400);
            browser.open(address.group(1));
            browser.picture(PICTURES.resolve("login.png"));
            browser.type("input[name=user]", password.group(1));
            browser.type("input[name=password]", password.group(2));
            browser.click("button");
            browser.sees("#pbx-live", "live");
            browser.sees("#pbx-health tr:first-child:has(.badge.good)", "well");
            browser.sees("#pbx-accounts tr:has(.badge.good)", "45@localhost");
            browser.sees("#pbx-presence tr:has(.lamp.talking)", "");
            System.out.printf(
                    "first walk: %d ms from the command to the living office%n",
                    (System.nanoTime() - begun) / 1_000_000);
            platform.say("pbx:dial 601");
            browser.sees("#pbx-presence tr:has(.lamp.talking) td:nth-child(2)", "Demo Desk");
            browser.picture(PICTURES.resolve("console.png"));
            browser.open(address.group(1) + "/pbxplatform");
            browser.click("button[value=stop]");
            browser.sees("#pbx-said .ask", "1 call is up and will end");
            browser.click(".ask button[value=stop]");
            assertEquals(0, platform.ends());
        }
    }

    private static Matcher found(Pattern pattern, String line) {
        Matcher found = pattern.matcher(line);
        assertTrue(found.find(), line);
        return found;
    }
}
