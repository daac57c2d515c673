package pbx.simulator.exchange;

import java.time.Duration;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.UnknownShapes;
import pbx.simulator.wire.Wire;

/** What a phone wants to see, and how it is seen. */
final class Presence {
    private static final Duration EXPIRES = Duration.ofHours(1);

    private final Tenant tenant;
    private final Board board;
    private final Absence absence;
    private final Loop loop;

    Presence(Tenant tenant, Board board, Absence absence, Loop loop) {
        this.tenant = tenant;
        this.board = board;
        this.absence = absence;
        this.loop = loop;
    }

    /** {@code sip-register}: from now on calls are offered here, until the registration expires or the socket closes. */
    void register(Phone phone, Frame frame) {
        boolean fresh = !phone.registered();
        phone.register(frame.text("useragent"), loop.after(EXPIRES, phone::unregister));
        phone.send(Wire.registered(phone.contact(), EXPIRES.toSeconds()));
        if (fresh) {
            absence.returned(phone);
        }
    }

    /** {@code own-calls}; asking again shows the picture again. */
    void ownCalls(Phone phone, Frame frame) {
        phone.ownCalls(frame.flag("subscribe"));
        if (phone.ownCalls()) {
            board.showCalls(phone);
        }
    }

    /** {@code domain-calls}; asking again shows the picture again. */
    void domainCalls(Phone phone, Frame frame) {
        phone.domainCalls(frame.flag("subscribe"));
        if (phone.domainCalls()) {
            board.showDomain(phone);
            board.showCalls(phone);
        }
    }

    /** {@code blf}. How a lamp is given up is not known, so there is no way. */
    void lamps(Phone phone, Frame frame) {
        for (String number : frame.texts("add")) {
            tenant.account(number).ifPresent(account -> {
                phone.lamps().add(number);
                board.showLamp(phone, account);
            });
        }
    }

    void orbits(Phone phone, Frame frame) {
        if (frame.flag("subscribe")) {
            phone.send(UnknownShapes.orbits());
        }
    }
}
