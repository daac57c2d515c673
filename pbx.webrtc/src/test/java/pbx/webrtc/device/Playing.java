package pbx.webrtc.device;

import java.io.IOException;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioEngine.PcmSource;

/** Plays to a device on a thread of its own until it is closed: what somebody says into a microphone. */
public final class Playing implements AutoCloseable {
    private final Thread thread;
    private volatile boolean wanted = true;

    public Playing(AudioDevices devices, String sink, PcmSource sound) throws IOException {
        AudioDevices.Line line = devices.open(false, sink);
        thread = new Thread(() -> play(line, sound), "playing to " + sink);
        thread.setDaemon(true);
        thread.start();
    }

    private void play(AudioDevices.Line line, PcmSource sound) {
        short[] frame = new short[480];
        try (line) {
            while (wanted) {
                sound.fill(frame);
                line.write(frame);
            }
        } catch (IOException gone) {
            // the device went, and so does the sound
        }
    }

    @Override
    public void close() throws Exception {
        wanted = false;
        thread.join(5_000);
    }
}
