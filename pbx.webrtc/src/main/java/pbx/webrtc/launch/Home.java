package pbx.webrtc.launch;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * A home has one platform: who comes second says who is there, and ends. The system holds the lock for as long as the process
 * lives, so that one that was killed leaves none behind. Called by the launcher before any bundle is installed; it does nothing
 * where no home is named (tests).
 */
public final class Home implements BundleActivator {
    /** Read by the launcher. */
    public static final String IMMEDIATE = "AFTER_FRAMEWORK_INIT";

    /** System property: the home folder. */
    private static final String FOLDER = "pbx.home";
    /** The byte that is locked; what is written before it stays readable where a lock keeps others from reading. */
    private static final long LOCKED = 1024;

    private final String folder = System.getProperty(FOLDER);

    @Override
    public void start(BundleContext context) {
        if (folder == null) {
            return;
        }
        File data = new File(folder, "data");
        File unpacked = new File(context.getProperty(Constants.FRAMEWORK_STORAGE));
        try {
            FileChannel lock = FileChannel.open(data.toPath().resolve(".lock"), CREATE, READ, WRITE);
            // The process has to hold each channel that it opens, also where the launcher starts its framework anew:
            // the
            // collector would close it, and with any channel of that file goes the lock.
            Runtime.getRuntime().addShutdownHook(new Thread(lock::isOpen, "pbx-home-lock"));
            if (lock.tryLock(LOCKED, 1, false) == null) {
                String user = user(lock);
                System.err.println(
                        "pbx: " + folder + " is in use by process " + user + "; use that platform, end it (kill " + user
                                + "), or start this one in a home of its own (--home DIR)");
                delete(unpacked);
                Runtime.getRuntime().halt(1); // nothing is up yet that would have to be ended
            }
            byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            lock.truncate(0).write(ByteBuffer.wrap(pid));
            Thread tidy = new Thread(() -> deleteOthers(data, unpacked), "pbx-home");
            tidy.setDaemon(true);
            tidy.start();
        } catch (OverlappingFileLockException again) {
            // the launcher started its framework anew, in this same process
        } catch (IOException e) {
            System.err.println("pbx: nothing keeps a second platform out of " + folder + ": it cannot be locked: " + e);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the lock is held until the process is gone: what is being stopped still writes
    }

    private static String user(FileChannel lock) throws IOException {
        byte[] pid = Channels.newInputStream(lock).readAllBytes();
        return new String(pid, StandardCharsets.US_ASCII).strip();
    }

    /** What the frameworks of earlier runs unpacked. Nobody uses it: this process has the lock. */
    private static void deleteOthers(File data, File ours) {
        File[] unpacked = data.listFiles((folder, name) -> name.startsWith(".bundles"));
        for (File each : unpacked == null ? new File[0] : unpacked) {
            if (!each.getName().equals(ours.getName())) {
                delete(each);
            }
        }
    }

    private static void delete(File file) {
        File[] within = file.listFiles();
        for (File each : within == null ? new File[0] : within) {
            delete(each);
        }
        file.delete(); // what cannot be deleted now is tried again by the next start
    }
}
