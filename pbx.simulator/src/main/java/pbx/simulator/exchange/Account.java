package pbx.simulator.exchange;

import pbx.simulator.wire.Party;

/** One extension. */
final class Account {
    private final Party party;
    private final boolean inside;
    private boolean disturbable = true;
    private String reason = "";
    private Loop.Timer untilDisturbable = () -> {};

    Account(Party party) {
        this(party, true);
    }

    /** @param inside whether it is an extension of the tenant, and not somebody who rings from outside */
    Account(Party party, boolean inside) {
        this.party = party;
        this.inside = inside;
    }

    Party party() {
        return party;
    }

    boolean inside() {
        return inside;
    }

    String number() {
        return party.number();
    }

    boolean dnd() {
        return !disturbable;
    }

    String reason() {
        return reason;
    }

    /** @param end what shall end it by itself */
    void dnd(boolean on, String why, Loop.Timer end) {
        untilDisturbable.cancel();
        untilDisturbable = end;
        disturbable = !on;
        reason = on ? why : "";
    }
}
