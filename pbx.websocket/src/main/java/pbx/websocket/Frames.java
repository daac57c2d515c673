package pbx.websocket;

import java.util.ArrayDeque;
import java.util.Queue;
import pbx.api.socket.WebSockets.Receiver;

/**
 * What came from one socket, on its way to the receiver that is attached; waits here, bounded, while none is. Receivers are
 * called under the lock, which gives them the order of the wire; they only hand on.
 */
final class Frames {
    private static final int MOST_FRAMES = 10_000;
    private static final int MOST_CHARACTERS = 16 << 20;

    private final Queue<String> waiting = new ArrayDeque<>();
    private int characters;
    private Receiver receiver;
    private Runnable last;

    /** Returns false if nobody is attached and no more can be kept. After the end, a far end that talks on is not heard. */
    synchronized boolean text(String frame) {
        if (last != null) {
            return true;
        }
        if (receiver != null) {
            receiver.text(frame);
            return true;
        }
        characters += frame.length();
        return waiting.add(frame) && waiting.size() <= MOST_FRAMES && characters <= MOST_CHARACTERS;
    }

    synchronized void closed(int code, String reason) {
        if (last != null) {
            return;
        }
        last = () -> receiver.closed(code, reason);
        if (receiver != null) {
            last.run();
        }
    }

    /** As {@link #closed}; what has waited so long is told no more. */
    synchronized void abandoned(int code, String reason) {
        waiting.clear();
        closed(code, reason);
    }

    synchronized void attach(Receiver next) {
        receiver = next;
        for (String frame = waiting.poll(); frame != null; frame = waiting.poll()) {
            receiver.text(frame);
        }
        characters = 0;
        if (last != null) {
            last.run();
        }
    }

    /** Only if {@code gone} is still the one attached: the next may have come first. */
    synchronized void detach(Receiver gone) {
        if (receiver == gone) {
            receiver = null;
        }
    }

    synchronized boolean attached() {
        return receiver != null;
    }

    /** Nobody is told of anything any more. */
    synchronized void silence() {
        last = () -> {};
        receiver = null;
        waiting.clear();
    }
}
