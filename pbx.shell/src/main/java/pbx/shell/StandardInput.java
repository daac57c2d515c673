package pbx.shell;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of standard input, one at a time, nothing read ahead.
 *
 * <p>A thread that blocks in {@code read} cannot be stopped: a shell that is replaced would leave one behind, which would take
 * its successor's next line. So it is asked first whether something is there. The end of input need not be noticed.
 */
final class StandardInput {
    private static final long LOOK_EVERY_MS = 20;

    private final InputStream in;

    /** Gogo exchanges {@code System.in} for a stream that cannot say what is available: the descriptor itself is read. */
    StandardInput() {
        this(new FileInputStream(FileDescriptor.in));
    }

    StandardInput(InputStream in) {
        this.in = in;
    }

    /** Waits for the next line. */
    String next() throws IOException, InterruptedException {
        while (in.available() == 0) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
