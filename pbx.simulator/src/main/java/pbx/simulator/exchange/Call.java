package pbx.simulator.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pbx.simulator.wire.Party;

/** One call: who called, who was called, and the phones that ring for it until one of them becomes its other end. */
final class Call {
    private final String id;
    private final End from;
    private final String offer;
    private final Party wanted;
    private final Instant start;
    private final List<Leg> ringing = new ArrayList<>();
    private Optional<End> to = Optional.empty();
    private Optional<Instant> connect = Optional.empty();

    /** @param offer the caller's SDP, not answered yet; empty if the caller talks already */
    Call(String id, End from, String offer, Party wanted, Instant start) {
        this.id = id;
        this.from = from;
        this.offer = offer;
        this.wanted = wanted;
        this.start = start;
    }

    String id() {
        return id;
    }

    End from() {
        return from;
    }

    String offer() {
        return offer;
    }

    /** Who was called. */
    Party wanted() {
        return wanted;
    }

    Instant start() {
        return start;
    }

    /** The phones that still may answer. */
    List<Leg> ringing() {
        return ringing;
    }

    Optional<End> to() {
        return to;
    }

    /** Somebody answered; audio may still have to be agreed. */
    void answeredBy(End end) {
        to = Optional.of(end);
    }

    Optional<Instant> connect() {
        return connect;
    }

    void connected(Instant now) {
        connect = Optional.of(now);
    }

    boolean connected() {
        return connect.isPresent();
    }

    /** All legs, ringing ones last. */
    List<Leg> legs() {
        return Stream.concat(Stream.concat(Stream.of(from), to.stream()), ringing.stream())
                .filter(Leg.class::isInstance)
                .map(Leg.class::cast)
                .toList();
    }

    Optional<Leg> leg(Phone phone, String callid) {
        return legs().stream()
                .filter(leg -> leg.at(phone) && leg.callid().equals(callid))
                .findFirst();
    }

    /** The end at the other side of the given one. */
    Optional<End> across(End end) {
        return end == from ? to : Optional.of(from);
    }
}
