package pbx.callcontrol;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import pbx.api.AccountId;
import pbx.api.call.CallState;

/**
 * Incoming calls that ring here no more, and nobody here picked up. The message is the same whether the caller gave up or
 * another device answered (protocol notes 5.4); the PBX's list, which may come a moment later, tells. Confined to the writer
 * thread.
 */
final class Withdrawals {
    /** Inferred: as SIP marks it. */
    private static final int ANSWERED_ELSEWHERE = 200;

    private static final Duration SETTLING = Duration.ofMillis(300);

    private final CallBoard board;
    private final Set<Leg> open = new HashSet<>();

    Withdrawals(CallBoard board) {
        this.board = board;
    }

    /** @param last the list that the PBX sent last */
    void withdrawn(Leg leg, int code, Function<AccountId, List<CallRow>> last) {
        if (leg.state == CallState.ENDING) {
            return;
        }
        if (code == ANSWERED_ELSEWHERE || takenElsewhere(leg, last.apply(leg.id.account()))) {
            board.end(leg, Endings.answeredElsewhere());
        } else if (code >= 400) {
            board.end(leg, Endings.bye(leg, code));
        } else {
            open.add(leg);
            board.become(leg, CallState.ENDING);
            board.audio.close(leg);
            board.writer.after(SETTLING, () -> decide(leg, false));
        }
    }

    void listed(AccountId account, List<CallRow> rows) {
        for (Leg leg : List.copyOf(open)) {
            boolean here = leg.id.account().equals(account);
            boolean taken = here && takenElsewhere(leg, rows);
            boolean gone = here && rows.stream().noneMatch(row -> same(leg, row));
            if (taken || gone) {
                decide(leg, taken);
            }
        }
    }

    private void decide(Leg leg, boolean taken) {
        if (open.remove(leg)) {
            board.end(leg, taken ? Endings.answeredElsewhere() : Endings.cancelled(leg));
        }
    }

    private boolean takenElsewhere(Leg leg, List<CallRow> rows) {
        return rows.stream().anyMatch(row -> row.answered() && same(leg, row));
    }

    private boolean same(Leg leg, CallRow row) {
        String own =
                board.exchanges.status(leg.id.account()).map(s -> s.extension()).orElse("");
        boolean parties = row.involves(own)
                && !leg.remote.number().isEmpty()
                && row.far(own).number().equals(leg.remote.number());
        return row.id().equals(leg.wireId) || parties;
    }
}
