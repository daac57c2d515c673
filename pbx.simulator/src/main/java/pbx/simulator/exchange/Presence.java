package pbx.simulator.exchange;

import java.time.Duration;
import java.util.function.BiConsumer;
import pbx.simulator.wire.Frame;
import pbx.simulator.wire.Wire;

/** What a phone wants to see, and how it is seen. */
final class Presence {
    private static final Duration EXPIRES = Duration.ofHours(1);
    private static final int MOST_LAMPS = 1_000;

    private final Tenant tenant;
    private final Board board;
    private final Absence absence;
    private final Changes changes;
    private final Loop loop;

    Presence(Tenant tenant, Board board, Absence absence, Changes changes, Loop loop) {
        this.tenant = tenant;
        this.board = board;
        this.absence = absence;
        this.changes = changes;
        this.loop = loop;
    }

    /** A socket has opened: everybody sees it, and it is sent the tenant's state at once, as in 2021. */
    void opened(Phone phone) {
        phone.account().add(phone);
        board.refresh();
        tenant.add(phone);
        board.showDomain(phone);
    }

    /** The socket is gone. */
    void closed(Phone phone) {
        absence.gone(phone);
        phone.unregister();
        tenant.remove(phone);
        phone.account().remove(phone);
        board.forget(phone);
    }

    /** {@code sip-register}: from now on calls are offered here, until the registration expires or the socket closes. */
    void register(Phone phone, Frame frame) {
        boolean fresh = !phone.registered();
        phone.register(frame.text("useragent"), loop.after(EXPIRES, () -> expire(phone)));
        changes.of(phone.account());
        phone.send(Wire.registered(phone.contact(), EXPIRES.toSeconds()).toString());
        if (fresh) {
            absence.returned(phone);
        }
    }

    private void expire(Phone phone) {
        phone.unregister();
        changes.of(phone.account());
    }

    /** {@code own-calls}; asking again shows the picture again. */
    void ownCalls(Phone phone, Frame frame) {
        phone.ownCalls(frame.flag("subscribe"));
        if (phone.ownCalls()) {
            board.showOwnCalls(phone);
        }
    }

    /** {@code domain-calls}; asking again shows the picture again. */
    void domainCalls(Phone phone, Frame frame) {
        phone.domainCalls(frame.flag("subscribe"));
        if (phone.domainCalls()) {
            board.showDomain(phone);
            board.showDomainCalls(phone);
        }
    }

    /** {@code get-users} of the first generation. */
    void users(Phone phone, Frame frame) {
        board.showDomain(phone);
    }

    /** {@code get-calls} of the first generation. */
    void calls(Phone phone, Frame frame) {
        board.showCallsAgain(phone);
    }

    /** {@code blf}. How a lamp is given up is not known: {@code remove} is a guess [I]. */
    void lamps(Phone phone, Frame frame) {
        each(frame, "remove", (number, account) -> phone.lamps().remove(number));
        each(frame, "add", (number, account) -> {
            if (phone.lamps().size() < MOST_LAMPS) {
                phone.lamps().add(number);
                board.showLamp(phone, account);
            }
        });
    }

    private void each(Frame frame, String name, BiConsumer<String, Account> action) {
        for (String number : frame.texts(name)) {
            tenant.account(number).ifPresent(account -> action.accept(number, account));
        }
    }

    void orbits(Phone phone, Frame frame) {
        phone.orbits(frame.flag("subscribe"));
        if (phone.orbits()) {
            board.showOrbits(phone);
        }
    }
}
