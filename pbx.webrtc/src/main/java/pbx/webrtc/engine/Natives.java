package pbx.webrtc.engine;

import dev.onvoid.webrtc.internal.NativeLoader;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The native library, loaded once on a thread of its own because it takes a quarter of a second. */
final class Natives {
    private static final String PACKAGES =
            "apt-get install libpulse0 libudev1 libx11-6 libxfixes3 libxrandr2" + " libxcomposite1 libdbus-1-3";

    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile Optional<String> problem = Optional.empty();

    /** Loads the library of this machine. */
    interface Loader {
        void load() throws Exception;
    }

    private Natives() {}

    static Natives load() {
        return load(() -> NativeLoader.loadLibrary("webrtc-java"));
    }

    static Natives load(Loader loader) {
        Natives natives = new Natives();
        Thread thread = new Thread(() -> natives.attempt(loader), "webrtc load");
        thread.setDaemon(true);
        thread.start();
        return natives;
    }

    /** Why there is no library; empty as long as it is not known. */
    Optional<String> problem() {
        return problem;
    }

    /** Waits until the library is there. */
    void await() throws InterruptedException {
        tried.await();
        if (problem.isPresent()) {
            throw Failures.noEngine(problem.get());
        }
    }

    private void attempt(Loader loader) {
        try {
            loader.load();
        } catch (Throwable error) {
            problem = Optional.of(explain(error));
            System.getLogger("pbx.webrtc").log(Level.ERROR, problem.get());
        } finally {
            tried.countDown();
        }
    }

    /** What to do comes first: who shows it may have room for one line. */
    private static String explain(Throwable error) {
        String why = Failures.text(error);
        return "No audio on this machine: " + remedy(error, why) + " (the native WebRTC library cannot be loaded: "
                + why + ")";
    }

    private static String remedy(Throwable error, String why) {
        if (why.contains("failed to map segment")) {
            return "the directory for temporary files must allow execution; start with -Djava.io.tmpdir=DIRECTORY";
        }
        if (error instanceof UnsatisfiedLinkError) {
            return "on Debian " + PACKAGES + ", and start again";
        }
        return "this build holds no library for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch");
    }
}
