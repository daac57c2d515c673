package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was tried against the platform and what came of it, as a table; a test fails at the first that should not have worked. */
final class Attempts {
    private static final Path FILE = Path.of("target", "security-pass.md");

    private final List<String> rows = new ArrayList<>();

    /**
     * @param kind such as headers, cookies, traversal
     * @param held whether what must not happen did not
     */
    void add(String kind, String tried, String came, boolean held) {
        rows.add("| " + cell(kind) + " | " + cell(tried) + " | " + cell(came) + " | " + (held ? "held" : "**BROKEN**")
                + " |");
        assertTrue(held, () -> kind + ": " + tried + " -> " + came);
    }

    /** What was noted up to here, also of a pass that failed. */
    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(
                FILE, "| kind | tried | came of it | |\n|---|---|---|---|\n" + String.join("\n", rows) + "\n");
    }

    private static String cell(String text) {
        String line = text.replaceAll("[\\p{C}\\s]+", " ").replace("|", "\\|").strip();
        return (line.length() > 160 ? line.substring(0, 160) + "…" : line).replace("<", "&lt;");
    }
}
