package pbx.simulator.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pbx.simulator.exchange.Exchange;

/**
 * What is behind the doors.
 *
 * @param version what the {@code Server} header says; asked for every answer
 * @param tenants at least one
 * @param remote control over HTTP, if there is to be one
 */
public record Building(
        Supplier<String> version,
        List<Exchange> tenants,
        Sessions sessions,
        OpenSockets sockets,
        Optional<Remote> remote) {}
