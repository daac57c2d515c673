package pbx.webrtc.device;

import java.io.IOException;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioEngine.PcmSink;

/** Listens to a device on a thread of its own until it is closed: what somebody hears from a speaker. */
public final class Hearing implements AutoCloseable {
    private final Thread thread;
    private volatile boolean wanted = true;

    public Hearing(AudioDevices devices, String source, PcmSink ear) throws IOException {
        AudioDevices.Line line = devices.open(true, source);
        thread = new Thread(() -> hear(line, ear), "hearing " + source);
        thread.setDaemon(true);
        thread.start();
    }

    private void hear(AudioDevices.Line line, PcmSink ear) {
        short[] frame = new short[480];
        try (line) {
            while (wanted) {
                line.read(frame);
                ear.take(frame, 48_000);
            }
        } catch (IOException gone) {
            // the device went
        }
    }

    @Override
    public void close() throws Exception {
        wanted = false;
        thread.join(5_000);
    }
}
