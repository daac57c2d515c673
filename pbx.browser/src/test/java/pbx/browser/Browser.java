package pbx.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A Chromium of its own: a fresh profile, a microphone that says one tone, no sound card. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-features=WebRtcHideLocalIpsWithMdns");

    /** Selenium misses a protocol that is not used here, and says so each time. */
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium");

    static {
        DEVTOOLS.setLevel(Level.SEVERE);
    }

    private final Path profile = Files.createTempDirectory("pbx-chromium");
    private final ChromeDriver driver;

    /**
     * @param hertz what its microphone says
     * @param trusted SPKI hash of the certificate that it accepts though nobody signed it
     */
    Browser(int hertz, String trusted) throws IOException {
        Path microphone = profile.resolve("microphone.wav");
        Wav.sine(microphone, hertz);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("chromium"));
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile.resolve("data"));
        options.addArguments("--use-file-for-fake-audio-capture=" + microphone);
        options.addArguments("--ignore-certificate-errors-spki-list=" + trusted);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(installed("chromedriver"))
                        .build(),
                options);
    }

    /** What is missing fails the test: there is no skipping. */
    private static File installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + program
                        + " on this machine; Debian: sudo apt-get install chromium chromium-driver"));
    }

    void open(String url) {
        driver.get(url);
    }

    /** Runs a piece of JavaScript, waits for what it promises, and gives the result. */
    Object run(String script, Object... arguments) {
        try {
            return driver.executeScript(script, arguments);
        } catch (RuntimeException failed) {
            throw new AssertionError(
                    failed.getMessage() + "; events: " + driver.executeScript("return events.left()")
                            + "; the page's console: " + console(),
                    failed);
        }
    }

    Cookie cookie(String name) {
        return driver.manage().getCookieNamed(name);
    }

    private List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
