package pbx.webrtc.device;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A connection to the server with its own event loop, which turns only while its one thread waits here: always with a bound. */
final class PulseConnection implements AutoCloseable {
    /** How long a server may take to answer. */
    static final int PATIENCE_MS = 2_000;

    private static final String NO_SERVER =
            "no audio server answers (PulseAudio or PipeWire); start it, and it is used at once";
    private static final int TURN_US = 20_000;

    private final Pulse pulse;
    private final Pointer loop;
    private final Pointer context;

    PulseConnection(Pulse pulse, String server) throws IOException {
        this.pulse = pulse;
        loop = pulse.pa_mainloop_new();
        context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), "pbx");
        try {
            if (pulse.pa_context_connect(context, server, Pulse.CONTEXT_NO_AUTOSPAWN, null) < 0) {
                throw new IOException(NO_SERVER);
            }
            await(() -> pulse.pa_context_get_state(context) == Pulse.CONTEXT_READY, NO_SERVER);
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    Pointer context() {
        return context;
    }

    /** Turns until it is so; fails after two seconds, or when the connection is broken. */
    void await(BooleanSupplier done, String otherwise) throws IOException {
        if (!turn(done, PATIENCE_MS)) {
            throw new IOException(otherwise);
        }
    }

    /** Turns until it is so or the time is over; says which. Fails when the connection is broken. */
    boolean turn(BooleanSupplier done, int withinMs) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
        while (!done.getAsBoolean()) {
            long leftUs = (end - System.nanoTime()) / 1000;
            if (leftUs <= 0) {
                return false;
            }
            turn((int) Math.min(TURN_US, leftUs));
            if (pulse.pa_context_get_state(context) > Pulse.CONTEXT_READY) {
                throw new IOException(NO_SERVER);
            }
        }
        return true;
    }

    private void turn(int microseconds) throws IOException {
        if (pulse.pa_mainloop_prepare(loop, microseconds) < 0
                || pulse.pa_mainloop_poll(loop) < 0
                || pulse.pa_mainloop_dispatch(loop) < 0) {
            throw new IOException(NO_SERVER);
        }
    }

    /** Waits for an operation and lets go of it. */
    void finish(Pointer operation) throws IOException {
        if (operation == null) {
            throw broken();
        }
        try {
            await(() -> pulse.pa_operation_get_state(operation) != Pulse.OPERATION_RUNNING, NO_SERVER);
        } finally {
            pulse.pa_operation_unref(operation);
        }
    }

    /** What the server said last. */
    IOException broken() {
        return new IOException("the audio server: " + pulse.pa_strerror(pulse.pa_context_errno(context)));
    }

    @Override
    public void close() {
        pulse.pa_context_disconnect(context);
        pulse.pa_context_unref(context);
        pulse.pa_mainloop_free(loop);
    }
}
