package pbx.media;

import java.util.function.BiConsumer;
import javax.sound.sampled.LineUnavailableException;

/** One device's thread. It ends by itself when the device is gone or no longer wanted. */
final class Device {
    /** No device. */
    static final Device NONE = new Device();

    private volatile boolean wanted;

    /** What a device does while it is wanted. */
    interface Work {
        void run(String name, Device device) throws LineUnavailableException;
    }

    private Device() {}

    /** @param failed hears the thread's name and what is wrong, in one line */
    static Device start(String thread, String name, Work work, BiConsumer<String, String> failed) {
        Device device = new Device();
        if ("none".equals(name)) {
            return device;
        }
        device.wanted = true;
        Thread worker = new Thread(
                () -> {
                    try {
                        work.run(name, device);
                        if (device.wanted()) {
                            failed.accept(thread, "the device is gone");
                        }
                    } catch (LineUnavailableException | RuntimeException e) {
                        failed.accept(thread, e.getMessage());
                    }
                },
                thread);
        worker.setDaemon(true);
        worker.start();
        return device;
    }

    boolean wanted() {
        return wanted;
    }

    void stop() {
        wanted = false;
    }
}
