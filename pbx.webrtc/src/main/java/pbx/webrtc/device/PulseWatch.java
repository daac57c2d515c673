package pbx.webrtc.device;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pbx.webrtc.AudioDevices.Found;
import pbx.webrtc.AudioDevices.Watch;

/** What devices a server has. The offsets are those of introspect.h's structures on 64 bit machines. */
final class PulseWatch implements Watch {
    private static final int NAME = 0;
    private static final int DESCRIPTION = 16;
    private static final int MONITOR_OF = 308;
    private static final int DEFAULT_SINK = 48;
    private static final int DEFAULT_SOURCE = 56;
    private static final int NOBODY = -1;
    /** What module-always-sink puts where there is no speaker. */
    private static final String STAND_IN = "auto_null";

    private final Pulse pulse;
    private final PulseConnection connection;
    private final Pulse.Event event = (context, type, index, data) -> changed();
    private boolean changed;

    PulseWatch(Pulse pulse, PulseConnection connection) throws IOException {
        this.pulse = pulse;
        this.connection = connection;
        pulse.pa_context_set_subscribe_callback(connection.context(), event, null);
        connection.finish(pulse.pa_context_subscribe(connection.context(), Pulse.SUBSCRIBE_DEVICES, null, null));
    }

    private void changed() {
        changed = true;
    }

    @Override
    public boolean changed(int withinMs) throws IOException {
        boolean happened = connection.turn(() -> changed, withinMs);
        changed = false;
        return happened;
    }

    @Override
    public List<Found> list() throws IOException {
        String[] standard = new String[2];
        Pulse.One server = (context, info, data) -> {
            if (info != null) {
                standard[0] = text(info, DEFAULT_SINK);
                standard[1] = text(info, DEFAULT_SOURCE);
            }
        };
        finish(pulse.pa_context_get_server_info(connection.context(), server, null), server);
        List<Found> all = new ArrayList<>();
        Pulse.Each sink = (context, info, end, data) -> add(all, info, false, standard[0]);
        finish(pulse.pa_context_get_sink_info_list(connection.context(), sink, null), sink);
        Pulse.Each source = (context, info, end, data) -> add(all, info, true, standard[1]);
        finish(pulse.pa_context_get_source_info_list(connection.context(), source, null), source);
        return all;
    }

    // JNA holds what is called back only weakly.
    private void finish(Pointer operation, Object calledBack) throws IOException {
        try {
            connection.finish(operation);
        } finally {
            Reference.reachabilityFence(calledBack);
        }
    }

    /** In a native callback: nothing is thrown. */
    private static void add(List<Found> all, Pointer info, boolean input, String standard) {
        if (info == null || (input && info.getInt(MONITOR_OF) != NOBODY)) {
            return;
        }
        String id = text(info, NAME);
        if (!id.equals(STAND_IN)) {
            all.add(new Found(id, text(info, DESCRIPTION), input, Objects.equals(id, standard)));
        }
    }

    private static String text(Pointer info, int at) {
        Pointer text = info.getPointer(at);
        return text == null ? "" : text.getString(0, "UTF-8");
    }

    @Override
    public void close() {
        connection.close();
    }
}
