package pbx.simulator.exchange;

import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.Party;

/** How the two descriptions of a leg come about. Futures complete on the loop. */
interface Handshake {
    /** The call goes through to somebody, or the phone is to ring. */
    CompletableFuture<Void> begin(Party far);

    /** There is something to hear before anybody answers. */
    void early(Party far);

    /** The far end answered: completes when audio can flow. */
    CompletableFuture<Void> pickUp(Party far);

    /** {@code sdp-200ok} came. */
    void answered(String sdp);
}
