package pbx.callcontrol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pbx.api.AccountId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;

/** The PBX's list of calls: the usual way to learn that an own call was picked up. Confined to the writer thread. */
final class CallList {
    private final CallBoard board;
    private final Progress progress;
    private final Holding holding;
    private final Withdrawals withdrawals;
    private final Elsewhere elsewhere;
    private final Map<AccountId, List<CallRow>> last = new HashMap<>();

    CallList(CallBoard board, Progress progress, Holding holding, Withdrawals withdrawals, Elsewhere elsewhere) {
        this.board = board;
        this.progress = progress;
        this.holding = holding;
        this.withdrawals = withdrawals;
        this.elsewhere = elsewhere;
    }

    void received(AccountId account, List<CallRow> rows) {
        last.put(account, rows);
        board.reach.listed(account, rows.stream().map(CallRow::id).collect(Collectors.toSet()));
        Set<Leg> seen = new HashSet<>();
        for (CallRow row : rows) {
            board.byWire(account, row.id()).ifPresent(leg -> {
                seen.add(leg);
                board.change(leg, known -> {
                    known.doubtful = false;
                    known.named = true;
                    known.recordedThere = row.recorded().orElse(known.recordedThere);
                });
                follow(leg, row);
            });
        }
        for (Leg leg : board.legs(account)) {
            if (leg.state == CallState.ENDING && leg.plannedEnding != null && !seen.contains(leg)) {
                board.end(leg, leg.plannedEnding);
            }
        }
        withdrawals.listed(account, rows);
        elsewhere.listed(account, rows);
    }

    List<CallRow> last(AccountId account) {
        return last.getOrDefault(account, List.of());
    }

    private void follow(Leg leg, CallRow row) {
        if (leg.elsewhere()) {
            elsewhere.follow(leg, row);
            return;
        }
        if (row.answered() && leg.direction == Direction.OUT && leg.state.unanswered()) {
            progress.pickedUp(leg);
        }
        if (row.connected()) {
            connected(leg);
        } else if (row.held()) {
            board.change(leg, held -> {
                held.heldHere = held.heldHere || held.wantsHold;
                held.heldThere = !held.wantsHold && !held.resuming;
            });
        } else if (leg.state == CallState.DIALING) {
            board.become(leg, CallState.RINGING);
        }
    }

    /** A resume that waits for the answer to its offer is not confirmed by a list, which may be an old one. */
    private void connected(Leg leg) {
        board.change(leg, talking -> {
            talking.heldThere = false;
            talking.heldHere = talking.heldHere && (talking.wantsHold || talking.resuming);
        });
        if (board.exchanges.modern(leg.id.account()) && !leg.offering && leg.media != MediaState.FAILED) {
            holding.resumed(leg);
        }
    }
}
