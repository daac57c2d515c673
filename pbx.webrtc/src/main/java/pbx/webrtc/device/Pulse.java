package pbx.webrtc.device;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;

/**
 * The part of libpulse's C interface that is used, under its own names (headers pulse/mainloop.h, context.h, introspect.h,
 * stream.h). {@code size_t} is taken as long: 64 bit machines only.
 */
interface Pulse extends Library {
    int CONTEXT_READY = 4;
    int CONTEXT_NO_AUTOSPAWN = 1;
    int STREAM_READY = 2;
    /** When the device goes the stream ends, and does not wander to another one, which may be a speaker's monitor. */
    int STREAM_DONT_MOVE = 0x0200;

    int STREAM_ADJUST_LATENCY = 0x2000;
    int OPERATION_RUNNING = 0;
    /** Sinks, sources and the server, whose defaults change. */
    int SUBSCRIBE_DEVICES = 0x0001 | 0x0002 | 0x0080;

    int S16LE = 3;

    Pointer pa_mainloop_new();

    void pa_mainloop_free(Pointer loop);

    Pointer pa_mainloop_get_api(Pointer loop);

    int pa_mainloop_prepare(Pointer loop, int microseconds);

    int pa_mainloop_poll(Pointer loop);

    int pa_mainloop_dispatch(Pointer loop);

    Pointer pa_context_new(Pointer api, String name);

    int pa_context_connect(Pointer context, String server, int flags, Pointer spawn);

    int pa_context_get_state(Pointer context);

    int pa_context_errno(Pointer context);

    void pa_context_disconnect(Pointer context);

    void pa_context_unref(Pointer context);

    Pointer pa_context_get_sink_info_list(Pointer context, Each each, Pointer data);

    Pointer pa_context_get_source_info_list(Pointer context, Each each, Pointer data);

    Pointer pa_context_get_server_info(Pointer context, One one, Pointer data);

    void pa_context_set_subscribe_callback(Pointer context, Event event, Pointer data);

    Pointer pa_context_subscribe(Pointer context, int mask, Pointer done, Pointer data);

    int pa_operation_get_state(Pointer operation);

    void pa_operation_unref(Pointer operation);

    Pointer pa_stream_new(Pointer context, String name, Pointer spec, Pointer map);

    int pa_stream_connect_playback(
            Pointer stream, String device, Pointer buffer, int flags, Pointer volume, Pointer sync);

    int pa_stream_connect_record(Pointer stream, String device, Pointer buffer, int flags);

    int pa_stream_get_state(Pointer stream);

    long pa_stream_writable_size(Pointer stream);

    long pa_stream_readable_size(Pointer stream);

    int pa_stream_write(Pointer stream, byte[] data, long bytes, Pointer free, long offset, int seek);

    int pa_stream_peek(Pointer stream, PointerByReference data, LongByReference bytes);

    int pa_stream_drop(Pointer stream);

    int pa_stream_disconnect(Pointer stream);

    void pa_stream_unref(Pointer stream);

    String pa_strerror(int error);

    /** Told each item of a list. */
    interface Each extends Callback {
        void told(Pointer context, Pointer info, int end, Pointer data);
    }

    /** Told one item. */
    interface One extends Callback {
        void told(Pointer context, Pointer info, Pointer data);
    }

    /** Told that something changed. */
    interface Event extends Callback {
        void told(Pointer context, int type, int index, Pointer data);
    }

    /** Loads it; it stays for the life of the process. */
    static Pulse load() throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IOException("PulseAudio is for Linux");
        }
        try {
            return Native.load("libpulse.so.0", Pulse.class);
        } catch (LinkageError missing) {
            throw new IOException("libpulse is not installed; on Debian apt-get install libpulse0", missing);
        }
    }
}
