package pbx.transport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a recording on a thread of its own, bounded in what waits and in what lies on the disk. */
final class FileRecorder implements Recorder {
    private static final Logger log = LoggerFactory.getLogger(FileRecorder.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final int MOST_WAITING = 10_000;
    private static final long MOST_CHARACTERS = 200L << 20;

    private final long began = System.nanoTime();
    private final Json json = new Json();
    private final Mask mask;
    private final Path file;
    private final AtomicInteger leftOut = new AtomicInteger();
    private final ThreadPoolExecutor thread;
    private BufferedWriter out;
    private long written;

    private FileRecorder(Path file, boolean full) {
        this.file = file;
        this.mask = new Mask(full);
        this.thread =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                    Thread made = new Thread(work, "pbx-transport-recorder");
                    made.setDaemon(true);
                    return made;
                });
        thread.allowCoreThreadTimeOut(true);
    }

    static Recorder in(Path folder, Account account) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        String name = account.id().value().replaceAll("[^A-Za-z0-9_-]", "_") + "-" + STAMP.format(now) + ".jsonl";
        FileRecorder recorder = new FileRecorder(folder.resolve(name), account.recording() == Account.Recording.FULL);
        recorder.put(
                "recording",
                "form",
                RecordingFile.FORM,
                "kept",
                recorder.mask.full() ? "full" : "masked",
                "began",
                now.toString());
        log.warn(
                "account {}: the session is recorded to {} ({})",
                account.label(),
                recorder.file,
                recorder.mask.full() ? "full: with numbers and names" : "masked");
        return recorder;
    }

    @Override
    public void opened() {
        put("opened");
    }

    @Override
    public void received(Map<String, Object> fields) {
        frame("received", fields);
    }

    @Override
    public void sent(Map<String, Object> fields) {
        frame("sent", fields);
    }

    @Override
    public void closed(int code, String reason) {
        put("closed", "code", code, "reason", reason);
    }

    private void frame(String what, Map<String, Object> fields) {
        long t = now();
        submit(() -> write(RecordingFile.line(t, what, "frame", mask.masked(fields))));
    }

    private void put(String what, Object... namesAndValues) {
        Map<String, Object> line = RecordingFile.line(now(), what, namesAndValues);
        submit(() -> write(line));
    }

    private long now() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private void submit(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) { // closed, or too much waits
            leftOut.incrementAndGet();
        }
    }

    private void write(Map<String, Object> line) {
        try {
            if (out == null) {
                out = opened(file);
            }
            int missing = leftOut.getAndSet(0);
            if (missing > 0) {
                line(RecordingFile.line(now(), "left-out", "count", missing));
            }
            if (written < MOST_CHARACTERS) {
                line(line);
            }
            if (thread.getQueue().isEmpty()) {
                out.flush();
            }
        } catch (IOException e) {
            log.warn("the recording {} cannot be written and ends here ({})", file, e.toString());
            thread.shutdownNow();
        }
    }

    private void line(Map<String, Object> line) throws IOException {
        String text = json.text(line);
        out.write(text);
        out.newLine();
        written += text.length();
        if (written >= MOST_CHARACTERS) {
            log.warn("the recording {} is full and ends here", file);
        }
    }

    /** For its owner's eyes only, where the file system knows such a thing. */
    private static BufferedWriter opened(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void close() {
        submit(this::end);
        thread.shutdown();
    }

    private void end() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            log.warn("the recording {} lacks its end ({})", file, e.toString());
        }
    }
}
