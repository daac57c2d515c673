package pbx.callcontrol;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pbx.api.AccountId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.connection.Connection;

/**
 * What a lost connection means for calls: they go on, and end if the PBX no longer knows them or cannot be reached for too
 * long. Whoever was hung up meanwhile is told to the PBX later. Confined to the writer thread.
 */
final class Reach {
    /** How long the PBX may take to list a call again. */
    private static final Duration DOUBT = Duration.ofSeconds(5);
    /** How long a call may go on without a connection to the PBX. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final CallBoard board;
    /** Calls that are over here and of which the PBX has not been told. */
    private final Map<AccountId, Map<String, Direction>> owed = new HashMap<>();

    Reach(CallBoard board) {
        this.board = board;
    }

    void changed(AccountId account, boolean open) {
        List<Leg> legs = board.legs().stream()
                .filter(leg -> leg.id.account().equals(account) && leg.reachable != open)
                .toList();
        for (Leg leg : legs) {
            board.change(leg, seen -> seen.reachable = open);
            watch(leg);
        }
        if (open && (!legs.isEmpty() || owed.containsKey(account))) {
            Connection connection = board.connections.get(account);
            if (connection != null) {
                connection.send(Wire.ownCalls());
            }
        }
    }

    /** A call of a former call control: the PBX may have ended it meanwhile. */
    void taken(Leg leg) {
        Connection connection = board.connections.get(leg.id.account());
        boolean open = connection != null && connection.status().state().open();
        board.change(leg, seen -> seen.reachable = open);
        watch(leg);
        if (open) {
            connection.send(Wire.ownCalls());
        }
    }

    private void watch(Leg leg) {
        boolean open = leg.reachable;
        leg.patience.close();
        leg.doubtful = open && !(leg.state == CallState.DIALING && !leg.described);
        leg.patience = board.writer.after(open ? DOUBT : GRACE, () -> {
            if (!open) {
                owe(leg);
                board.end(leg, Endings.lost("the PBX could not be reached for " + GRACE.toSeconds() + " s"));
            } else if (leg.doubtful) {
                board.end(leg, Endings.lost("the connection was lost, and the PBX no longer knows the call"));
            }
        });
    }

    /** Hangs up at the PBX, now or when it can be told. */
    void bye(Leg leg) {
        Connection connection = board.connections.get(leg.id.account());
        if (connection == null) {
            owe(leg);
            return;
        }
        connection.send(Wire.bye(leg)).whenComplete((sent, failure) -> {
            if (failure != null) {
                board.writer.post(() -> owe(leg));
            }
        });
    }

    void owe(Leg leg) {
        owed.computeIfAbsent(leg.id.account(), a -> new HashMap<>()).put(leg.wireId, leg.direction);
    }

    /** The PBX lists this call: if it is over here, it is told so. */
    void listed(AccountId account, String id) {
        Map<String, Direction> debts = owed.getOrDefault(account, Map.of());
        Connection connection = board.connections.get(account);
        if (debts.containsKey(id) && connection != null) {
            connection.send(Wire.bye(id, debts.remove(id)));
        }
    }
}
