package pbx.rest.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pbx.rest.Json;

/**
 * The last events, numbered, and those who want the next ones. A client that comes back says what it heard last: it gets what
 * it missed, or, where that is no longer kept or was before this start, the whole picture again.
 */
final class EventLog {
    /** Hears events. Never blocks. */
    interface Subscriber {
        /** Whether it wants this kind. */
        boolean wants(String kind);

        void take(byte[] frame);
    }

    private final String run;
    private final int most;
    private final Deque<Event> kept = new ArrayDeque<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private long last;

    /** @param run tells this start from others; no hyphen */
    EventLog(String run, int most) {
        this.run = run;
        this.most = most;
    }

    synchronized void add(String kind, Map<String, Object> data) {
        Event event = new Event(++last, kind, Json.write(data));
        kept.add(event);
        if (kept.size() > most) {
            kept.remove();
        }
        subscribers.forEach(subscriber -> tell(subscriber, event));
    }

    /** @param picture everything as it is, for who has not heard what led to it */
    synchronized void subscribe(Subscriber subscriber, String lastHeard, Supplier<Map<String, Object>> picture) {
        Optional<Long> heard = heard(lastHeard);
        if (heard.isPresent()) {
            kept.stream().filter(event -> event.number() > heard.get()).forEach(event -> tell(subscriber, event));
        } else {
            subscriber.take(Event.frame(run, last, "snapshot", Json.write(picture.get())));
        }
        subscribers.add(subscriber);
    }

    synchronized void unsubscribe(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    private void tell(Subscriber subscriber, Event event) {
        if (subscriber.wants(event.kind())) {
            subscriber.take(event.frame(run));
        }
    }

    /** The number, if everything since it is still here. */
    private Optional<Long> heard(String id) {
        if (id == null || !id.matches(run + "-\\d{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(id.substring(run.length() + 1));
        long oldest = kept.isEmpty() ? last : kept.element().number() - 1;
        return number >= oldest && number <= last ? Optional.of(number) : Optional.empty();
    }
}
