package pbx.simulator.exchange;

import pbx.simulator.wire.Party;

/** One extension. */
final class Account {
    private final Party party;
    private boolean disturbable = true;
    private String reason = "";
    private Loop.Timer untilDisturbable = () -> {};

    Account(Party party) {
        this.party = party;
    }

    Party party() {
        return party;
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
