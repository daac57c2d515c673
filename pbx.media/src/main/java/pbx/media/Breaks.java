package pbx.media;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pbx.api.call.CallId;
import pbx.listeners.Writer;
import pbx.webrtc.AudioEngine.State;

/**
 * Which connected sessions count as broken: nothing came through for some seconds, or the network they went over is gone. The
 * engine itself gives up only after half a minute. Confined to the writer.
 */
final class Breaks {
    /** After the engine's own five to six seconds without a packet. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final Writer writer;
    private final Runnable redraw;
    private final Map<CallId, Writer.Timer> disconnected = new HashMap<>();
    private final Set<CallId> broken = new HashSet<>();
    private final Set<CallId> gone = new HashSet<>();

    Breaks(Writer writer, Runnable redraw) {
        this.writer = writer;
        this.redraw = redraw;
    }

    /** Whether it is broken, given how the engine's session stands. */
    boolean isBroken(CallId call, State state) {
        if (state == State.DISCONNECTED) {
            disconnected.computeIfAbsent(call, unused -> writer.after(PATIENCE, () -> tell(call)));
        } else {
            recovered(call);
        }
        return broken.contains(call) || gone.contains(call);
    }

    private void tell(CallId call) {
        if (disconnected.containsKey(call)) {
            broken.add(call);
            redraw.run();
        }
    }

    /** The address that a call goes over, once a second: where it is this machine's no longer, nobody need wait. */
    void overAddress(CallId call, String address) {
        if (lost(address) ? gone.add(call) : gone.remove(call)) {
            redraw.run();
        }
    }

    /** Compared as addresses: IPv6 has many spellings. What is no address, or cannot be looked up, is taken as still there. */
    private static boolean lost(String address) {
        try {
            if (!LITERAL.matcher(address).matches()) {
                return false;
            }
            return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) == null;
        } catch (SocketException | UnknownHostException unknown) {
            return false;
        }
    }

    void forget(CallId call) {
        recovered(call);
        gone.remove(call);
    }

    private void recovered(CallId call) {
        Writer.Timer timer = disconnected.remove(call);
        if (timer != null) {
            timer.close();
        }
        broken.remove(call);
    }
}
