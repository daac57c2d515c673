package pbx.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console page in a real browser, and the shell beside it: extension 44 changes state and both show it. */
class ConsoleTest {
    private static final Pattern PASSWORD = Pattern.compile("user admin, password (\\S+)");

    @Test
    void theColleaguesStateIsShownByShellAndConsole() throws Exception {
        try (Platform platform = new Platform()) {
            Path demo = platform.home.resolve("conf/pbx.account-demo.cfg");
            Files.writeString(
                    platform.home.resolve("conf/pbx.account-bob.cfg"),
                    Files.readString(demo).replace("extension = 45", "extension = 44"));
            platform.start("--headless");
            platform.prints("ready in");
            platform.say(
                    "pbx:await presence 44 IDLE 20", "pbx:dial 44@localhost 604", "pbx:await presence 44 RINGING 10");
            platform.prints("RINGING");
            Matcher password = PASSWORD.matcher(platform.warns("web console: user admin"));
            assertTrue(password.find());
            String page = seenInChromium(platform, password.group(1));
            assertTrue(row(page, "44").contains("ringing"), row(page, "44"));
            assertTrue(page.contains("45@localhost"), "the accounts are shown");
            assertEquals(401, status(platform), "nobody gets in without the password");
            platform.say("exit");
            assertEquals(0, platform.ends());
            assertFalse(
                    Files.readString(platform.home.resolve("logs/pbx.log")).contains(password.group(1)),
                    "the password is shown once, and written nowhere");
        }
    }

    private static String row(String page, String number) {
        Matcher row = Pattern.compile("<tr[^>]*>(?:(?!</tr>).)*?>" + number + "<.*?</tr>", Pattern.DOTALL)
                .matcher(page);
        assertTrue(row.find(), page);
        return row.group();
    }

    /** The page as a real browser has it after its scripts have run. */
    private static String seenInChromium(Platform platform, String password) throws Exception {
        List<String> command = List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + platform.home.resolve("data/chromium"),
                "--timeout=4000",
                "--dump-dom",
                "http://admin:" + password + "@127.0.0.1:" + platform.consolePort + "/system/console/pbx");
        Process browser = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String page = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(browser.waitFor(60, TimeUnit.SECONDS));
        return page;
    }

    private static int status(Platform platform) throws Exception {
        URI page = URI.create("http://127.0.0.1:" + platform.consolePort + "/system/console/pbx");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
