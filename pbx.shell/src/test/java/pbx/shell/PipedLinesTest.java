package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.api.status.Readiness;

class PipedLinesTest {
    private final Desk desk = new Desk();
    private final ReadyLine ready = new ReadyLine(List.of("all"), 3_600_000, () -> desk.out);
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private PipedLines lines;

    @BeforeEach
    @AfterEach
    void forget() throws InterruptedException {
        System.clearProperty(ReadyLine.PRINTED);
        System.clearProperty(PipedLines.FAILED);
        if (lines != null) {
            lines.stop();
            ready.stop();
        }
    }

    @Test
    void linesRunInOrderOnceThePlatformIsReady() throws Exception {
        begin(
                """
                # a comment

                pbx:dial *85#
                  pbx:dial '60 1'\r
                exit
                pbx:dial never""");
        assertEquals(List.of(), desk.calls.asked);
        up();
        assertEquals(0, status.get(30, TimeUnit.SECONDS));
        assertEquals(List.of("dial demo *85#", "dial demo 60 1"), desk.calls.asked);
    }

    @Test
    void anErrorMakesTheStatusOneAndTheNextLineRunsAllTheSame() throws Exception {
        begin("dial 601\npbx:fly\npbx:dial 'x\npbx:\npbx:dial 601\nexit\n");
        up();
        assertEquals(1, status.get(30, TimeUnit.SECONDS));
        String printed = desk.printed();
        List<String> errors =
                printed.lines().filter(l -> l.startsWith("error: INVALID ")).toList();
        assertEquals(4, errors.size(), printed);
        assertEquals("error: INVALID unknown command: dial 601; commands start with pbx:", errors.get(0));
        assertEquals("error: INVALID a quote is not closed: dial 'x", errors.get(2));
        assertEquals(List.of("dial demo 601"), desk.calls.asked);
    }

    @Test
    void aShellThatIsReplacedLeavesTheLinesToItsSuccessor() throws Exception {
        PipedInputStream in = new PipedInputStream();
        try (PipedOutputStream typed = new PipedOutputStream(in)) {
            begin(in);
            up();
            lines.stop();
            typed.write("pbx:dial 601\nexit\n".getBytes(StandardCharsets.UTF_8));
            typed.flush();
            assertFalse(status.isDone());
            begin(in);
            assertEquals(0, status.get(30, TimeUnit.SECONDS));
            assertEquals(List.of("dial demo 601"), desk.calls.asked);
        }
    }

    private void begin(String input) {
        begin(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    private void begin(InputStream in) {
        lines = new PipedLines(desk.commands, ready, new StandardInput(in), () -> desk.out, status::complete);
        lines.start();
    }

    private void up() {
        ready.bindReadiness(() -> CompletableFuture.completedFuture("up"), Map.of(Readiness.PART, "all"));
    }
}
