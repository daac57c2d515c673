package pbx.webrtc.device;

import java.io.IOException;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioEngine.PcmSink;

/**
 * Listens to a device on a thread of its own until it is closed: what somebody hears from a speaker. A null sink may sleep for two
 * seconds before it looks who listens, which is all the patience of a line: until the first sound it is opened again.
 */
public final class Hearing implements AutoCloseable {
    private final AudioDevices devices;
    private final String source;
    private final PcmSink ear;
    private final Thread thread;
    private boolean heard;
    private volatile boolean wanted = true;

    public Hearing(AudioDevices devices, String source, PcmSink ear) throws IOException {
        this.devices = devices;
        this.source = source;
        this.ear = ear;
        AudioDevices.Line first = devices.open(true, source);
        thread = new Thread(() -> hear(first), "hearing " + source);
        thread.setDaemon(true);
        thread.start();
    }

    private void hear(AudioDevices.Line first) {
        try {
            hearUntilItEnds(first);
            while (wanted && !heard) {
                hearUntilItEnds(devices.open(true, source));
            }
        } catch (IOException gone) {
            // the device went
        }
    }

    private void hearUntilItEnds(AudioDevices.Line line) throws IOException {
        short[] frame = new short[480];
        try (line) {
            while (wanted) {
                line.read(frame);
                heard = true;
                ear.take(frame, 48_000);
            }
        } catch (IOException ended) {
            // it was silent for too long, or went
        }
    }

    @Override
    public void close() throws Exception {
        wanted = false;
        thread.join(5_000);
    }
}
