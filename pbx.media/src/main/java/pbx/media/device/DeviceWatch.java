package pbx.media.device;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pbx.webrtc.AudioDevices.Found;
import pbx.webrtc.AudioDevices.Watch;

/** Knows what devices there are. A server that hangs or is gone costs this thread its time and nobody else anything. */
final class DeviceWatch implements AutoCloseable {
    private static final int LOOK_MS = 2_000;
    private static final int RETRY_MS = 1_000;

    private final SoundSystem system;
    private final Consumer<List<Found>> told;
    private final Thread thread = new Thread(this::run, "pbx-devices");
    private volatile boolean wanted = true;

    /** @param told hears the list whenever it may have changed, on the watch's thread */
    DeviceWatch(SoundSystem system, Consumer<List<Found>> told) {
        this.system = system;
        this.told = told;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (wanted) {
            try (Watch watch = system.watch()) {
                look(watch);
            } catch (IOException | RuntimeException gone) {
                if (wanted) {
                    told.accept(List.of());
                    pause();
                }
            }
        }
    }

    private void look(Watch watch) throws IOException {
        told.accept(watch.list());
        while (wanted) {
            if (watch.changed(LOOK_MS)) {
                told.accept(watch.list());
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            wanted = false;
        }
    }

    @Override
    public void close() {
        wanted = false;
        thread.interrupt();
    }
}
