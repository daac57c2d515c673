package pbx.simulator.exchange;

import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Party;

/** One end of a call: somebody's device or the PBX itself. */
abstract sealed class End permits Device, ServiceEnd {
    abstract Party party();

    /** The far end is there: completes when this end can talk, on the loop. Asked again, it says the same. */
    abstract CompletableFuture<Void> pickUp(Party far);

    /** It has become part of the call. */
    abstract void joined(Call call);

    /** It is no longer part of the call; it may have joined another before. */
    abstract void left(Call call);
}
