package pbx.callcontrol;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;

/**
 * A call whose audio path broke is offered anew, which restarts ICE; again and again, less and less often, while it stays
 * broken: the network may come back. A call on hold waits until it is resumed, which offers anew too. Confined to the writer
 * thread.
 */
final class Repair {
    private static final Logger log = LoggerFactory.getLogger(Repair.class);
    /** Between the tries, in seconds; the last one stays. */
    private static final List<Integer> PAUSES = List.of(2, 4, 8, 16, 30);

    private final CallBoard board;
    private final Offers offers;

    Repair(CallBoard board, Offers offers) {
        this.board = board;
        this.offers = offers;
    }

    void broken(Leg leg) {
        if (leg.repair == null) {
            log.warn("call {}: its audio path broke; offering anew", leg.id);
            attempt(leg, 0);
        }
    }

    void mended(Leg leg) {
        if (leg.repair != null) {
            leg.repair.close();
            leg.repair = null;
        }
    }

    /**
     * The connection is back: with it perhaps the network. An offer that went over the lost one may never have arrived, nor its
     * answer, even where the audio came back by itself: it is made again.
     */
    void reachable(Leg leg) {
        if (leg.repair != null) {
            mended(leg);
            attempt(leg, 0);
        } else if (leg.offering && talked(leg)) {
            offer(leg);
        }
    }

    private void attempt(Leg leg, int number) {
        if (leg.state != CallState.ACTIVE) {
            return;
        }
        int pause = PAUSES.get(Math.min(number, PAUSES.size() - 1));
        leg.repair = board.writer.after(Duration.ofSeconds(pause), () -> attempt(leg, number + 1));
        if ((leg.media == MediaState.FAILED || leg.offering) && talked(leg) && leg.reachable) {
            offer(leg);
        }
    }

    private static boolean talked(Leg leg) {
        return leg.state == CallState.ACTIVE && !leg.wantsHold && !leg.heldHere && leg.leaving == null;
    }

    private void offer(Leg leg) {
        offers.anew(leg, failed -> log.warn("call {}: {}", leg.id, failed.getMessage()));
    }
}
