package pbx.transport;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import pbx.api.connection.Message;
import pbx.listeners.Writer;

/**
 * What came from one socket on its way from Jetty's thread to the writer: bounded, so that a flood neither blocks the socket
 * nor grows memory. Beyond the bound news of the picture is dropped, and the PBX is asked for the whole picture when the flood
 * is over; signalling has room of its own, for no list repeats it, and beyond that the socket is given up.
 */
final class Inbox {
    private static final int ROUND = 200;

    private final Writer writer;
    private final Consumer<Message> sink;
    private final Runnable dropped;
    private final Runnable overrun;
    private final int mostMessages;
    private final long mostCharacters;
    private final ArrayDeque<Item> waiting = new ArrayDeque<>();
    private long characters;
    private boolean posted;
    private boolean missed;
    private Runnable last = () -> {};

    private record Item(Message message, int size) {}

    /**
     * @param sink runs on the writer
     * @param dropped told on the writer once what waited is through, if something was dropped meanwhile
     * @param overrun told on the writer when not even signalling finds room
     */
    Inbox(
            Writer writer,
            int mostMessages,
            long mostCharacters,
            Consumer<Message> sink,
            Runnable dropped,
            Runnable overrun) {
        this.writer = writer;
        this.mostMessages = mostMessages;
        this.mostCharacters = mostCharacters;
        this.sink = sink;
        this.dropped = dropped;
        this.overrun = overrun;
    }

    /** @param size the frame's length */
    synchronized void add(Message message, int size) {
        int room = Message.SIGNALLING.contains(message.kind()) ? 2 : 1;
        if (waiting.size() >= room * mostMessages || characters + size > room * mostCharacters) {
            missed = true;
            if (room == 2) {
                writer.post(overrun);
            }
            return;
        }
        waiting.add(new Item(message, size));
        characters += size;
        post();
    }

    /** Runs on the writer after everything that came before. */
    synchronized void last(Runnable end) {
        last = end;
        post();
    }

    private void post() {
        if (!posted) {
            posted = true;
            writer.post(this::round);
        }
    }

    /** A few at a time, so that commands and timers of all accounts get their turn in a flood. */
    private void round() {
        for (int i = 0; i < ROUND; i++) {
            Item item = next();
            if (item == null) {
                return;
            }
            sink.accept(item.message());
        }
        writer.post(this::round);
    }

    private Item next() {
        boolean over;
        Runnable end;
        synchronized (this) {
            Item item = waiting.poll();
            if (item != null) {
                characters -= item.size();
                return item;
            }
            posted = false;
            over = missed;
            missed = false;
            end = last;
            last = () -> {};
        }
        if (over) {
            dropped.run();
        }
        end.run();
        return null;
    }
}
