package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Frame;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pbx.api.call.Party;

@ExtendWith(Display.class)
class LifeWindowTest {
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aPicture(String theme) throws Exception {
        try (OpenPhone open = new OpenPhone(theme)
                .registered(false)
                .people()
                .call(Samples.talking("1", new Party("41", "Grace Hopper")))
                .call(Samples.incoming("2", new Party("+49 89 123456", Samples.HOSTILE)))
                .call(Samples.ended("3", new Party("602", "Busy")))) {
            OpenPhone.drawn();
            BufferedImage image = Driver.onEdt(LifeWindowTest::painted);
            String file = theme.equals("light") ? "softphone.png" : "softphone-dark.png";
            assertTrue(ImageIO.write(image, "png", Path.of("target", file).toFile()));
            assertTrue(colours(image) > 50, "the window is blank");
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void afterTheEndNothingIsLeft() throws Exception {
        Driver.doOnEdt(UIManager::getLookAndFeel);
        String before = UIManager.getLookAndFeel().getClass().getName();
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            assertEquals(
                    "com.formdev.flatlaf.themes.FlatMacLightLaf",
                    UIManager.getLookAndFeel().getClass().getName());
            assertTrue(open.calls.unasked());
        }
        assertEquals(before, UIManager.getLookAndFeel().getClass().getName());
        assertEquals(Set.of(), Driver.onEdt(LifeWindowTest::leftOver));
        assertFalse(Driver.onEdt(() -> Driver.window().isPresent()));
        Driver.eventually(
                "the end of all windows", () -> Stream.of(Window.getWindows()).noneMatch(Window::isDisplayable));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("softphone")) {
                thread.join(20_000); // its executor is terminated a moment before it
                assertFalse(thread.isAlive());
            }
        }
    }

    @Test
    void aChangeOfThemeKeepsWhatIsShown() throws Exception {
        try (OpenPhone open =
                new OpenPhone().registered(true).people().call(Samples.talking("1", new Party("40", "Ada")))) {
            open.phone.modified(OpenPhone.settings("dark"));
            assertEquals(
                    "softphone open", open.phone.ready().toCompletableFuture().get(20, TimeUnit.SECONDS));
            OpenPhone.drawn();
            assertTrue(Driver.onEdt(() -> UIManager.getBoolean("laf.dark")));
            assertEquals("Talking", Driver.text("call.state"));
            Driver.eventually(
                    "the end of the other window",
                    () -> Stream.of(Frame.getFrames())
                                    .filter(Frame::isDisplayable)
                                    .count()
                            == 1);
        }
    }

    @Test
    void followsTheDesktopWhenThatBecomesDark() throws Exception {
        AtomicReference<String> desktop = new AtomicReference<>("'default'");
        Front front = new Front(new Scene(), Clock.systemUTC(), new SystemTheme("Linux", command -> desktop.get()));
        front.open(Choice.of(OpenPhone.settings("system")));
        assertEquals("softphone open", front.ready().toCompletableFuture().get(20, TimeUnit.SECONDS));
        assertFalse(Driver.onEdt(() -> UIManager.getBoolean("laf.dark")));
        desktop.set("'prefer-dark'");
        Driver.doOnEdt(() -> {
            Frame window = Driver.window().orElseThrow();
            WindowEvent activated = new WindowEvent(window, WindowEvent.WINDOW_ACTIVATED);
            Stream.of(window.getWindowListeners()).forEach(listener -> listener.windowActivated(activated));
        });
        Driver.eventually(
                "the dark",
                () -> UIManager.getBoolean("laf.dark")
                        && Driver.window().filter(Frame::isShowing).isPresent());
        front.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 200})
    void aSizeOfTheUsersOwnIsTaken(int percent) throws Exception {
        try (OpenPhone open = new OpenPhone(
                        Samples.settings(Settings.class, Map.of("theme", "light", "scale", percent)))
                .registered(true)) {
            int width = Driver.onEdt(() -> Driver.window().orElseThrow().getMinimumSize().width);
            assertEquals(7.0 * percent, width, 2);
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void turnedOffTheWindowGoesAndTurnedOnItComesBack() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.modified(Samples.settings(Settings.class, false, "light", "en"));
            assertEquals(
                    "softphone off", open.phone.ready().toCompletableFuture().get(20, TimeUnit.SECONDS));
            OpenPhone.drawn();
            assertFalse(Driver.onEdt(() -> Driver.window().isPresent()));
            open.phone.modified(OpenPhone.settings("light"));
            assertEquals(
                    "softphone open", open.phone.ready().toCompletableFuture().get(20, TimeUnit.SECONDS));
            OpenPhone.drawn();
            assertEquals("45@localhost · registered", Driver.text("account.demo"));
        }
    }

    @Test
    void itEndsOnTheEdtItself() throws Exception {
        OpenPhone open = new OpenPhone();
        Driver.doOnEdt(open::close);
        assertFalse(Driver.onEdt(() -> Driver.window().isPresent()));
    }

    @Test
    void aBusyEdtDelaysTheEndButDoesNotPreventIt() throws Exception {
        OpenPhone open = new OpenPhone();
        CountDownLatch free = new CountDownLatch(1);
        SwingUtilities.invokeLater(() -> awaitQuietly(free));
        long began = System.nanoTime();
        open.close();
        assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) < 25);
        free.countDown();
        OpenPhone.drawn();
        assertFalse(Driver.onEdt(() -> Driver.window().isPresent()));
    }

    private static void awaitQuietly(CountDownLatch free) {
        try {
            assertTrue(free.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> leftOver() {
        return UIManager.getDefaults().entrySet().stream()
                .filter(entry -> (entry.getKey() + " " + entry.getValue()).contains("formdev"))
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static BufferedImage painted() {
        Frame frame = Driver.window().orElseThrow();
        frame.validate();
        BufferedImage image = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        frame.paint(graphics);
        graphics.dispose();
        return image;
    }

    private static long colours(BufferedImage image) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }
}
