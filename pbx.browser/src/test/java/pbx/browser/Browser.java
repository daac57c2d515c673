package pbx.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
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

    private static final String SEES =
            """
            const [css, words, done] = arguments;
            const shown = () => [...document.querySelectorAll(css)].find(e => e.textContent.includes(words));
            const look = () => { const e = shown(); if (e) { watch.disconnect(); clearTimeout(late); done(e.textContent); } };
            const watch = new MutationObserver(look);
            const late = setTimeout(() => { watch.disconnect(); done(null); }, 30000);
            watch.observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
            look();
            """;

    /** As long as the script above looks. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(40));
        // what is looked for on a page that is being loaded or drawn is waited for
        driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(15));
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

    /**
     * Waits until an element shows the words, told by the page's own changes; its text. 30 s at most. A page that is left while it
     * is looked at fails at once, for which the driver has several words, a script's time-out among them; what is waited for comes
     * with the next page.
     */
    String sees(String css, String words) {
        long began = System.nanoTime();
        for (int left = 10; ; left--) {
            try {
                return looks(css, words);
            } catch (WebDriverException failed) {
                if (left == 0 || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw failed;
                }
            }
        }
    }

    private String looks(String css, String words) {
        Object seen = driver.executeAsyncScript(SEES, css, words);
        if (seen == null) {
            throw new AssertionError("no " + words + " in " + css + " of " + driver.getCurrentUrl() + ", which shows: "
                    + driver.findElement(By.tagName("body")).getText() + "; its console: " + console());
        }
        return seen.toString();
    }

    void type(String css, String text) {
        with(css, field -> {
            field.clear();
            field.sendKeys(text);
        });
    }

    /** Chooses a file of this machine. */
    void file(String css, Path file) {
        driver.findElement(By.cssSelector(css)).sendKeys(file.toAbsolutePath().toString());
    }

    void click(String css) {
        with(css, WebElement::click);
    }

    /** Also what is drawn anew between being found and being used. */
    private void with(String css, Consumer<WebElement> use) {
        for (int left = 10; ; left--) {
            try {
                use.accept(driver.findElement(By.cssSelector(css)));
                return;
            } catch (StaleElementReferenceException drawnAnew) {
                if (left == 0) {
                    throw drawnAnew;
                }
            }
        }
    }

    /** Everything of the page, as it is now. */
    String page() {
        return driver.getPageSource();
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** What can be seen now, as PNG. */
    void picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    String url() {
        return driver.getCurrentUrl();
    }

    Cookie cookie(String name) {
        return driver.manage().getCookieNamed(name);
    }

    List<String> console() {
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
