package pbx.simulator.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One open socket and what it asked for. */
final class Phone {
    private final Account account;
    private final Outlet outlet;
    private final Set<String> lamps = new HashSet<>();
    private boolean ownCalls;
    private boolean domainCalls;
    private boolean orbits;
    private boolean registered;
    private String shownOwnCalls = "";
    private String userAgent = "";
    private Loop.Timer expiry = () -> {};

    Phone(Account account, Outlet outlet) {
        this.account = account;
        this.outlet = outlet;
    }

    Account account() {
        return account;
    }

    void send(String frame) {
        outlet.send(frame);
    }

    boolean audible() {
        return outlet.audible();
    }

    String contact() {
        return outlet.contact();
    }

    boolean ownCalls() {
        return ownCalls;
    }

    void ownCalls(boolean wanted) {
        ownCalls = wanted;
    }

    boolean domainCalls() {
        return domainCalls;
    }

    void domainCalls(boolean wanted) {
        domainCalls = wanted;
    }

    boolean orbits() {
        return orbits;
    }

    void orbits(boolean wanted) {
        orbits = wanted;
    }

    /** The extensions whose lamps it shows. */
    Set<String> lamps() {
        return lamps;
    }

    /** Whether it was opened later than another one of its extension. */
    boolean isAfter(Phone other) {
        List<Phone> inOrder = account.phones();
        return inOrder.indexOf(this) > inOrder.indexOf(other);
    }

    boolean registered() {
        return registered;
    }

    String userAgent() {
        return userAgent;
    }

    void register(String agent, Loop.Timer newExpiry) {
        expiry.cancel();
        expiry = newExpiry;
        registered = true;
        userAgent = agent;
    }

    void unregister() {
        expiry.cancel();
        registered = false;
    }

    /** Sends a list of own calls, unless it is the one that was sent last. */
    void sendOwnCalls(String frame) {
        if (!frame.equals(shownOwnCalls)) {
            shownOwnCalls = frame;
            send(frame);
        }
    }

    void forgetOwnCalls() {
        shownOwnCalls = "";
    }
}
