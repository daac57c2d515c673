package pbx.webrtc.device;

import java.io.IOException;
import pbx.webrtc.AudioDevices;

/** The face: one connection for each thing that is opened. */
public final class NativeDevices implements AudioDevices {
    private final String server;
    private Pulse pulse;

    /** @param server as in PULSE_SERVER; null: what the environment says */
    public NativeDevices(String server) {
        this.server = server;
    }

    @Override
    public Watch watch() throws IOException {
        PulseConnection connection = new PulseConnection(pulse(), server);
        try {
            return new PulseWatch(pulse(), connection);
        } catch (IOException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Line open(boolean input, String id) throws IOException {
        PulseConnection connection = new PulseConnection(pulse(), server);
        try {
            return new PulseLine(pulse(), connection, input, id);
        } catch (IOException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Processing processing(boolean echo, boolean noise, boolean gain) throws IOException {
        return new NativeProcessing(echo, noise, gain);
    }

    private synchronized Pulse pulse() throws IOException {
        if (pulse == null) {
            pulse = Pulse.load();
        }
        return pulse;
    }
}
