package pbx.simulator.exchange;

import pbx.simulator.wire.Party;

/** What a number leads to. */
interface Destination {
    /** As whom the caller sees it before anybody answers. */
    Party party();

    /** The SIP code with which a call from there would be refused at once; 0 if it would be taken. */
    default int refusal(End from) {
        return 0;
    }

    /** Likewise for one that would be sent here by transfer. */
    default int refusalOfSent(End from) {
        return refusal(from);
    }

    /** Whether whoever calls it must get through, whatever else they do. */
    default boolean urgent() {
        return false;
    }

    /** Does what the number is for. The call is open and nobody has answered it. */
    void take(Call call);

    /** Likewise for a call that was sent here by transfer; its caller talks already. */
    default void takeOver(Call call) {
        take(call);
    }
}
