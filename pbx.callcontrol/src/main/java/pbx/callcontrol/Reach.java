package pbx.callcontrol;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import pbx.api.AccountId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Ending;

/**
 * What a lost connection means for calls: they go on, and end if the PBX no longer knows them or cannot be reached for too
 * long. Whoever was hung up meanwhile is told to the PBX later. Confined to the writer thread.
 */
final class Reach {
    /** How long the PBX may take to list a call again. */
    private static final Duration DOUBT = Duration.ofSeconds(5);
    /** How long a call may go on without a connection to the PBX. */
    private static final Duration GRACE = Duration.ofSeconds(60);
    /** Often enough that the connection is tried for eagerly all the time; see {@link pbx.api.connection.Connection#urgent}. */
    private static final Duration URGENT = Duration.ofSeconds(5);

    private final CallBoard board;
    /** Calls that are over here and of which the PBX has not been told. */
    private final Map<AccountId, Map<String, Direction>> owed = new HashMap<>();

    private Consumer<Leg> back = leg -> {};

    Reach(CallBoard board) {
        this.board = board;
    }

    /** @param then what is to be done for a call that can be reached again */
    void back(Consumer<Leg> then) {
        back = then;
    }

    /** @param news false: it was so before this call control came, which has not seen the PBX's list */
    void changed(AccountId account, boolean open, boolean news) {
        List<Leg> legs = board.legs(account).stream()
                .filter(leg -> leg.reachable != open)
                .toList();
        if (open && (!news || !legs.isEmpty() || owed.containsKey(account))) {
            board.exchanges.send(account, Wire.ownCalls());
        }
        for (Leg leg : legs) {
            leg.holdSent = leg.holdSent && !open; // whether it got through is not known
            board.change(leg, seen -> seen.reachable = open);
            watch(leg);
            if (open) {
                back.accept(leg);
            }
        }
    }

    /** A call of a former call control: the PBX may have ended it meanwhile. */
    void taken(Leg leg) {
        watch(leg);
        if (leg.reachable) {
            board.exchanges.send(leg, Wire.ownCalls());
        }
    }

    private void watch(Leg leg) {
        boolean open = leg.reachable;
        leg.patience.close();
        leg.doubtful = open && !(leg.state == CallState.DIALING && !leg.described);
        if (!open) {
            urge(leg);
        }
        leg.patience = board.writer.after(open ? DOUBT : GRACE, () -> {
            if (!open) {
                owe(leg);
                board.end(leg, Endings.lost("the PBX could not be reached for " + GRACE.toSeconds() + " s"));
            } else if (leg.doubtful) {
                board.end(leg, Endings.lost("the connection was lost, and the PBX no longer knows the call"));
            }
        });
    }

    /** A call without a connection cannot even be mended: every second counts. */
    private void urge(Leg leg) {
        leg.urging.close();
        if (!leg.reachable && !leg.state.over()) {
            board.exchanges.urgent(leg.id.account());
            leg.urging = board.writer.after(URGENT, () -> urge(leg));
        }
    }

    /** Ends the call here, and tells the PBX now or when it can be told. */
    void leave(Leg leg, Ending why) {
        bye(leg);
        board.end(leg, why);
    }

    /** Hangs up at the PBX, now or when it can be told. */
    void bye(Leg leg) {
        board.exchanges.send(
                leg, leg.waits() && !leg.answering ? Wire.unusable(leg) : Wire.bye(leg), () -> {}, failed -> owe(leg));
    }

    void owe(Leg leg) {
        if (!leg.elsewhere()) {
            owe(leg.id.account(), leg.wireId, leg.direction);
        }
    }

    private void owe(AccountId account, String id, Direction direction) {
        owed.computeIfAbsent(account, a -> new HashMap<>()).put(id, direction);
    }

    /**
     * The PBX's list: of the calls in it, it is told those that are over here. One that it lacks is over there, too: to tell it
     * later would end another call, where the PBX uses the id again.
     */
    void listed(AccountId account, Set<String> ids) {
        Map<String, Direction> debts = owed.getOrDefault(account, Map.of());
        owed.remove(account);
        debts.forEach((id, debt) -> {
            if (ids.contains(id)) {
                board.exchanges.send(account, Wire.bye(id, debt)).whenComplete((sent, failure) -> {
                    if (failure != null) {
                        board.writer.post(() -> owe(account, id, debt));
                    }
                });
            }
        });
    }
}
