package pbx.media.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pbx.api.media.Device;
import pbx.api.media.Devices;
import pbx.api.media.Role;
import pbx.webrtc.AudioDevices.Line;
import pbx.webrtc.AudioDevices.Watch;

class DeviceThreadTest {
    private final CountDownLatch answers = new CountDownLatch(1);
    private final BlockingQueue<Optional<String>> told = new LinkedBlockingQueue<>();

    @Test
    void aDeviceThatAnswersAgainIsSaidToBeWell() throws Exception {
        try (DeviceThread thread =
                new DeviceThread(Role.MICROPHONE, Devices.DEFAULT, new Silent(), new Turns(), told::add)) {
            thread.found(List.of(new Device("mic", "Microphone", true, true)));
            thread.needed(true);
            assertTrue(saidWhileLookedAt(thread).orElse("").contains("does not answer"));
            answers.countDown();
            assertEquals(Optional.empty(), saidWhileLookedAt(thread));
        }
    }

    /** What is told next, by looks like those of the platform. */
    private Optional<String> saidWhileLookedAt(DeviceThread thread) throws InterruptedException {
        for (int look = 0; look < 300; look++) {
            thread.check();
            Optional<String> next = told.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
        }
        throw new AssertionError("nothing is told");
    }

    /** The first turn takes until it is let on. */
    private final class Turns implements DeviceThread.Pump {
        @Override
        public AutoCloseable opened() {
            return () -> {};
        }

        @Override
        public void turn(Line line) throws IOException {
            try {
                answers.await();
                TimeUnit.MILLISECONDS.sleep(10); // as long as a frame is
            } catch (InterruptedException closed) {
                throw new IOException(closed);
            }
        }
    }

    private static final class Silent implements SoundSystem {
        @Override
        public Watch watch() throws IOException {
            throw new IOException("nothing to watch");
        }

        @Override
        public Line open(boolean input, String id) {
            return new Line() {
                @Override
                public void read(short[] frame) {}

                @Override
                public void write(short[] frame) {}

                @Override
                public void close() {}
            };
        }
    }
}
