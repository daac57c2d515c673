package pbx.webrtc.engine;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import pbx.webrtc.AudioEngine.Event;
import pbx.webrtc.AudioEngine.Registration;

/** Who is told what happens to the sessions of an owner. One that throws is dropped. */
final class Listeners {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    Registration add(String owner, BiConsumer<String, Event> listener) {
        Entry entry = new Entry(Objects.requireNonNull(owner), Objects.requireNonNull(listener));
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    void tell(Key key, Event event) {
        for (Entry entry : entries) {
            if (entry.owner.equals(key.owner())) {
                tell(entry, key, event);
            }
        }
    }

    private void tell(Entry entry, Key key, Event event) {
        try {
            entry.listener.accept(key.id(), event);
        } catch (Throwable error) {
            entries.remove(entry);
            System.getLogger("pbx.webrtc")
                    .log(Level.WARNING, "A listener of " + key + " failed and is dropped.", error);
        }
    }

    /** Compared by identity: the same listener may be there twice. */
    private static final class Entry {
        private final String owner;
        private final BiConsumer<String, Event> listener;

        Entry(String owner, BiConsumer<String, Event> listener) {
            this.owner = owner;
            this.listener = listener;
        }
    }
}
