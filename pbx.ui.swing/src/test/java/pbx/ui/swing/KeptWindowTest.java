package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JFileChooser;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.call.Party;
import pbx.api.settings.Page;
import pbx.api.settings.Pages;

/** What outlives the window: where it was, the last number, the history in a file. */
@ExtendWith(Display.class)
class KeptWindowTest {
    private static final Party FORMULA = new Party("+4989123456", "=HYPERLINK(\"http://127.0.0.1\")", "089 123456");

    private final BlockingQueue<Map<String, String>> changes = new LinkedBlockingQueue<>();
    private final Pages pages = new Pages() {
        @Override
        public CompletionStage<List<Page>> list(String language) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<Void> change(String pid, String name, Map<String, String> values) {
            changes.add(values);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> remove(String pid, String name) {
            return CompletableFuture.completedFuture(null);
        }
    };

    @Test
    void theWindowIsWhereItWasLeftAndTheHistoryGoesIntoAFile(@TempDir Path folder) throws Exception {
        Settings settings =
                Samples.settings(Settings.class, Map.of("theme", "light", "language", "en", "window", "40,30,900,700"));
        try (OpenPhone open = new OpenPhone(settings).registered(true)) {
            open.phone.use(pages);
            assertEquals(
                    new Rectangle(40, 30, 900, 700),
                    Driver.onEdt(() -> Driver.window().orElseThrow().getBounds()));
            Driver.doOnEdt(() -> Driver.window().orElseThrow().setLocation(60, 50));
            assertEquals(Map.of("window", "60,50,900,700"), changes.poll(30, TimeUnit.SECONDS));

            Driver.click("redial");
            assertEquals("redial demo", open.calls.asked());

            open.phone.historyChanged(MailSamples.history(MailSamples.missed("1", FORMULA)));
            OpenPhone.drawn();
            Driver.turn("pages", 1);
            Path file = folder.resolve("calls.csv");
            export(file);
            Driver.eventually("what was done", () -> Driver.find(javax.swing.JLabel.class, "notice")
                    .filter(label -> label.getText().startsWith("1 call saved in "))
                    .isPresent());
            List<String> lines = Files.readAllLines(file);
            assertEquals(2, lines.size());
            assertTrue(lines.get(1).contains(",\"'=HYPERLINK("), () -> "a formula: " + lines.get(1));
        }
    }

    private static void export(Path file) {
        Driver.click("history.export");
        Driver.eventually("the file chooser", () -> chooser().anyMatch(field -> true));
        Hands.type(() -> chooser().findFirst().orElseThrow(), file.toString());
        Hands.key(() -> chooser().findFirst().orElseThrow(), "ENTER");
    }

    private static Stream<JTextField> chooser() {
        return Stream.of(Window.getWindows())
                .filter(Window::isShowing)
                .flatMap(Driver::all)
                .filter(JFileChooser.class::isInstance)
                .flatMap(Driver::all)
                .filter(c -> c instanceof JTextField field && field.isEditable())
                .map(JTextField.class::cast);
    }
}
