package pbx.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/**
 * Reads commands from standard input when that is no terminal, and runs them in order once the platform is ready. Only
 * {@code exit} ends the platform; the end of input does not.
 */
@Component(
        service = {},
        immediate = true)
public final class PipedLines {
    /** System property, set to {@code lines} by the start script when standard input is no terminal. */
    static final String STDIN = "pbx.stdin";
    /** System property: a command has failed. It outlives a shell that is replaced between two lines. */
    static final String FAILED = "pbx.failed";

    private static final Logger LOG = LoggerFactory.getLogger(PipedLines.class);
    private static final String PREFIX = "pbx:";

    private final Commands commands;
    private final ReadyLine ready;
    private final StandardInput in;
    private final Supplier<PrintStream> out;
    private final IntConsumer exit;
    private final Thread thread = new Thread(this::read, "pbx-piped-lines");

    @Activate
    public PipedLines(@Reference Commands commands, @Reference ReadyLine ready) {
        this(commands, ready, new StandardInput(), Output::standard, new Exit()::with);
        if ("lines".equals(System.getProperty(STDIN))) {
            start();
        }
    }

    PipedLines(Commands commands, ReadyLine ready, StandardInput in, Supplier<PrintStream> out, IntConsumer exit) {
        this.commands = commands;
        this.ready = ready;
        this.in = in;
        this.out = out;
        this.exit = exit;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(2_000);
    }

    private void read() {
        try {
            ready.printed().toCompletableFuture().get();
            while (!Thread.currentThread().isInterrupted() && run(in.next())) {
                // on to the next line
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException e) {
            LOG.warn("standard input cannot be read, so no more piped commands: {}", e.getMessage());
        }
    }

    /** False: that was the last line. */
    private boolean run(String line) {
        if (line.equals("exit")) {
            exit.accept(System.getProperty(FAILED) == null ? 0 : 1);
            return false;
        }
        if (!line.isEmpty() && !line.startsWith("#") && !command(line)) {
            System.setProperty(FAILED, "true");
        }
        return true;
    }

    private boolean command(String line) {
        try {
            if (!line.startsWith(PREFIX)) {
                throw new PbxException(Reason.INVALID, "unknown command: " + line + "; commands start with " + PREFIX);
            }
            List<String> words = Words.of(line.substring(PREFIX.length()));
            return commands.run(
                    words.isEmpty() ? "" : words.get(0), words.stream().skip(1).toList(), out.get());
        } catch (PbxException e) {
            Output.error(out.get(), e);
            return false;
        }
    }
}
