package pbx.webrtc;

import java.io.IOException;
import java.util.List;

/**
 * Microphones and speakers that Java Sound does not know by name: those of a PulseAudio server, or of PipeWire in its place.
 * And what makes them usable without a headset: {@link #processing}.
 *
 * <p>It is here because this is the one place with natives. Every method that talks to the server gives up after a time, so
 * that a server which hangs costs its caller that time and nobody else anything. What is opened here belongs to the thread that
 * uses it: no object is used by two threads at once, save that {@link Processing} has two sides.
 */
public interface AudioDevices {
    /** A connection that knows what there is. Fails where there is no such server, or it does not answer. */
    Watch watch() throws IOException;

    /** Opens a device for sound of 48 kHz, mono, in frames of 480 samples. Fails where it is not there. */
    Line open(boolean input, String id) throws IOException;

    /** Fails where the natives are missing. */
    Processing processing(boolean echo, boolean noise, boolean gain) throws IOException;

    /** One device. */
    record Found(String id, String name, boolean input, boolean standard) {}

    /** What there is. */
    interface Watch extends AutoCloseable {
        /** Without monitors of speakers and without the server's own stand-in for no device. */
        List<Found> list() throws IOException;

        /** Waits until something came, went or changed, or that time is over. Fails when the server is gone. */
        boolean changed(int withinMs) throws IOException;

        @Override
        void close();
    }

    /** One open device. It fails when the device or the server is gone, or gives or takes nothing for two seconds. */
    interface Line extends AutoCloseable {
        /** Waits for a frame. */
        void read(short[] frame) throws IOException;

        /** Waits for room. */
        void write(short[] frame) throws IOException;

        @Override
        void close();
    }

    /** Echo cancellation, noise suppression and gain control for one pair of devices. */
    interface Processing extends AutoCloseable {
        /** What the speaker is about to play; on the speaker's thread. */
        void far(short[] frame);

        /** What the microphone gave, mended in place; on the microphone's thread. */
        void near(short[] frame);

        /** Both sides do nothing afterwards. */
        @Override
        void close();
    }
}
