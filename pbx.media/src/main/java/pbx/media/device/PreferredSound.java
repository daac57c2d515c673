package pbx.media.device;

import java.io.IOException;
import java.util.List;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioDevices.Found;
import pbx.webrtc.AudioDevices.Line;
import pbx.webrtc.AudioDevices.Watch;

/**
 * The audio server where there is one, else Java Sound, which on Linux would see no more of a server than "default". While
 * Java Sound is used, each look first tries whether the server is there now.
 */
public final class PreferredSound implements SoundSystem {
    private final AudioDevices server;
    private final SoundSystem java = new JavaSound();
    private volatile boolean served;

    public PreferredSound(AudioDevices server) {
        this.server = server;
    }

    @Override
    public Watch watch() throws IOException {
        try {
            Watch watch = server.watch();
            served = true;
            return watch;
        } catch (IOException none) {
            served = false;
            return new Meanwhile(java.watch());
        }
    }

    @Override
    public Line open(boolean input, String id) throws IOException {
        return served ? server.open(input, id) : java.open(input, id);
    }

    /** Java Sound as long as there is no server. */
    private final class Meanwhile implements Watch {
        private final Watch watch;
        private boolean looked;

        Meanwhile(Watch watch) {
            this.watch = watch;
        }

        @Override
        public List<Found> list() throws IOException {
            if (looked && isServed()) {
                throw new IOException("an audio server is there now");
            }
            looked = true;
            return watch.list();
        }

        private boolean isServed() {
            try (Watch found = server.watch()) {
                return true;
            } catch (IOException none) {
                return false;
            }
        }

        @Override
        public boolean changed(int withinMs) throws IOException {
            return watch.changed(withinMs);
        }

        @Override
        public void close() {
            watch.close();
        }
    }
}
