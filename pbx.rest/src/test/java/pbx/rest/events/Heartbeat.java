package pbx.rest.events;

/** The next heartbeat, at once. */
public final class Heartbeat {
    private Heartbeat() {}

    public static void of(Events events) {
        events.beat();
    }
}
