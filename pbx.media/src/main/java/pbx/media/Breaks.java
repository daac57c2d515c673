package pbx.media;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<String> mine = address.isEmpty() ? Set.of() : addresses();
        boolean lost = !mine.isEmpty() && !mine.contains(address);
        if (lost ? gone.add(call) : gone.remove(call)) {
            redraw.run();
        }
    }

    private static Set<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(InetAddress::getHostAddress)
                    .map(text -> text.replaceAll("%.*", ""))
                    .collect(Collectors.toSet());
        } catch (SocketException unknown) {
            return Set.of();
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
