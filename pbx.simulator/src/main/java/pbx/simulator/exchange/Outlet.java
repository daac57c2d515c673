package pbx.simulator.exchange;

/** The way to one client. */
public interface Outlet {
    /** Queues a text frame; never waits. A client that cannot keep up is cut off. */
    void send(String frame);

    /** The client's address, as a registration's contact shows it, e.g. {@code ws:127.0.0.1:51234}. */
    String contact();

    /** Whether somebody listens there: calls of an outlet that is not audible cost no audio session. */
    default boolean audible() {
        return true;
    }
}
