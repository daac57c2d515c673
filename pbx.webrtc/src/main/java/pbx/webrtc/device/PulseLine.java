package pbx.webrtc.device;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import pbx.webrtc.AudioDevices.Line;

/** One stream from or to a device, on a connection of its own. */
final class PulseLine implements Line {
    private static final int RATE = 48_000;
    private static final int FRAME_BYTES = 960;
    private static final int PLAYED_AHEAD = 4 * FRAME_BYTES;
    private static final int WHATEVER = -1;
    private static final String SILENT = "the audio server gives or takes no sound";
    private static final String GONE = "the device is gone";

    private final Pulse pulse;
    private final PulseConnection connection;
    private final Pointer stream;
    private final byte[] bytes = new byte[FRAME_BYTES];
    /** What was read and is not part of a whole frame yet. */
    private byte[] rest = new byte[0];

    private int taken;

    /** Where it fails the connection is still the caller's to close. */
    PulseLine(Pulse pulse, PulseConnection connection, boolean input, String device) throws IOException {
        this.pulse = pulse;
        this.connection = connection;
        try (Memory spec = spec();
                Memory buffer = buffer()) {
            stream = pulse.pa_stream_new(connection.context(), input ? "microphone" : "speaker", spec, null);
            if (stream == null) {
                throw connection.broken();
            }
            try {
                connect(input, device, buffer);
            } catch (IOException | RuntimeException | Error e) {
                end();
                throw e;
            }
        }
    }

    private void connect(boolean input, String device, Memory buffer) throws IOException {
        int flags = Pulse.STREAM_ADJUST_LATENCY | Pulse.STREAM_DONT_MOVE;
        int begun = input
                ? pulse.pa_stream_connect_record(stream, device, buffer, flags)
                : pulse.pa_stream_connect_playback(stream, device, buffer, flags, null, null);
        if (begun < 0) {
            throw connection.broken();
        }
        await(() -> pulse.pa_stream_get_state(stream) == Pulse.STREAM_READY);
    }

    /** pa_sample_spec: format, rate, channels. */
    private static Memory spec() {
        Memory spec = new Memory(12);
        spec.clear();
        spec.setInt(0, Pulse.S16LE);
        spec.setInt(4, RATE);
        spec.setByte(8, (byte) 1);
        return spec;
    }

    /** pa_buffer_attr: maxlength, tlength, prebuf, minreq, fragsize. */
    private static Memory buffer() {
        Memory buffer = new Memory(20);
        int[] values = {WHATEVER, PLAYED_AHEAD, FRAME_BYTES, FRAME_BYTES, FRAME_BYTES};
        buffer.write(0, values, 0, values.length);
        return buffer;
    }

    @Override
    public void read(short[] frame) throws IOException {
        for (int filled = 0; filled < FRAME_BYTES; ) {
            if (taken == rest.length) {
                await(() -> pulse.pa_stream_readable_size(stream) > 0);
                fetch();
            }
            int some = Math.min(FRAME_BYTES - filled, rest.length - taken);
            System.arraycopy(rest, taken, bytes, filled, some);
            taken += some;
            filled += some;
        }
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
        }
    }

    private void fetch() throws IOException {
        PointerByReference data = new PointerByReference();
        LongByReference length = new LongByReference();
        if (pulse.pa_stream_peek(stream, data, length) < 0) {
            throw connection.broken();
        }
        taken = 0;
        int size = (int) length.getValue();
        // a hole in the server's buffer has a length and no data: it is silence
        rest = data.getValue() == null ? new byte[size] : data.getValue().getByteArray(0, size);
        if (size > 0) {
            pulse.pa_stream_drop(stream);
        }
    }

    @Override
    public void write(short[] frame) throws IOException {
        await(() -> pulse.pa_stream_writable_size(stream) >= FRAME_BYTES);
        for (int i = 0; i < frame.length; i++) {
            bytes[2 * i] = (byte) frame[i];
            bytes[2 * i + 1] = (byte) (frame[i] >> 8);
        }
        if (pulse.pa_stream_write(stream, bytes, FRAME_BYTES, null, 0, 0) < 0) {
            throw connection.broken();
        }
    }

    /** As long as the stream lives: a size is -1 where it does not. */
    private void await(BooleanSupplier ready) throws IOException {
        connection.await(() -> ready.getAsBoolean() || gone(), SILENT);
        if (gone()) {
            throw new IOException(GONE);
        }
    }

    private boolean gone() {
        return pulse.pa_stream_get_state(stream) > Pulse.STREAM_READY;
    }

    private void end() {
        pulse.pa_stream_disconnect(stream);
        pulse.pa_stream_unref(stream);
    }

    @Override
    public void close() {
        end();
        connection.close();
    }
}
