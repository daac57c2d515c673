package pbx.simulator.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.exchange.Dialect;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.faults.Faults;
import pbx.simulator.http.OpenSockets;
import pbx.simulator.http.Sessions;

/** The PBX as its control sees it. Ask anew each time: after a restart all is new. */
public interface Plant {

    /** The first is the one that a name without tenant means. */
    List<Exchange> tenants();

    Clock clock();

    Sessions sessions();

    OpenSockets sockets();

    Faults faults();

    /** The {@code Server} header. */
    String server();

    /** What all calls from now on are spoken in, and what the {@code Server} header says. */
    void dialect(Dialect dialect);

    /** What the {@code Server} header says after {@code PBX/}; empty for what the dialect says. */
    void version(String version);

    /** All calls, sessions and sockets end; then it is there again, on the same ports. Completes when it is. */
    CompletableFuture<Void> restart();
}
