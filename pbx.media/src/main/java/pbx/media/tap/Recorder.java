package pbx.media.tap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pbx.media.CallSound;
import pbx.media.sound.WavFile;

/** Writes a call to a file, on a thread of its own. */
public final class Recorder implements CallSound.Ear, AutoCloseable {
    private static final int PIECE_MS = 250;

    private final WavFile file;
    private final Tracks tracks;
    private final Consumer<IOException> failed;
    private final Thread thread;
    private volatile boolean wanted = true;

    /**
     * Begins, or goes on with a file that exists: what is missing since it was written last becomes silence.
     *
     * @param failed hears what ended it, on the recorder's thread
     */
    public Recorder(Path path, Consumer<IOException> failed) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        long now = System.currentTimeMillis();
        tracks = new Tracks(Files.exists(path) ? Files.getLastModifiedTime(path).toMillis() : now);
        file = new WavFile(path);
        this.failed = failed;
        thread = new Thread(this::run, "pbx-recorder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void heard(boolean there, short[] frame) {
        tracks.put(there, frame, System.currentTimeMillis());
    }

    private void run() {
        try (file) {
            while (wanted) {
                pause();
                write();
            }
            write();
        } catch (IOException | RuntimeException e) {
            failed.accept(e instanceof IOException io ? io : new IOException(e.toString(), e));
        }
    }

    private void write() throws IOException {
        short[][] sides = tracks.take(System.currentTimeMillis());
        file.write(sides[0], sides[1]);
    }

    /** It is cut short when the recording ends. */
    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PIECE_MS);
        } catch (InterruptedException ending) {
            wanted = false;
        }
    }

    /** Completes the file; waits a moment for it. */
    @Override
    public void close() {
        wanted = false;
        thread.interrupt();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
