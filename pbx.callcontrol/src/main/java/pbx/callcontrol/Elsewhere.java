package pbx.callcontrol;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pbx.api.AccountId;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

/**
 * Calls in the PBX's list that are the account's and not on this machine. The list has everybody's calls, by ids that are not
 * explained, and may come before the invitation or after the end of a call of ours: so a call is taken for another device's
 * only if no call here has the same other party, and it is still listed after a moment. All of this is inferred (protocol
 * notes 6.3). Confined to the writer thread.
 */
final class Elsewhere {
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final CallBoard board;
    private final Departures departures;
    private final Map<AccountId, Map<String, CallRow>> candidates = new HashMap<>();

    Elsewhere(CallBoard board, Departures departures) {
        this.board = board;
        this.departures = departures;
    }

    void listed(AccountId account, List<CallRow> rows) {
        Set<String> ids = rows.stream().map(CallRow::id).collect(Collectors.toSet());
        for (Leg leg : board.legs(account)) {
            if (leg.elsewhere() && !ids.contains(leg.wireId)) {
                departures.bye(leg, Endings.goneElsewhere(leg));
            }
        }
        String own = board.exchanges.status(account).map(s -> s.extension()).orElse("");
        Map<String, CallRow> before = candidates.getOrDefault(account, Map.of());
        Map<String, CallRow> now = new HashMap<>();
        rows.stream()
                .filter(row -> !row.id().isBlank() && row.involves(own) && isElsewhere(account, row, own))
                .forEach(row -> now.put(row.id(), row));
        candidates.put(account, now);
        Set<String> fresh = new HashSet<>(now.keySet());
        fresh.removeAll(before.keySet());
        fresh.forEach(id -> board.writer.after(SETTLING, () -> settle(account, id, own)));
    }

    private boolean isElsewhere(AccountId account, CallRow row, String own) {
        return board.byWire(account, row.id()).isEmpty()
                && board.legs(account).stream()
                        .noneMatch(leg -> !leg.elsewhere()
                                && leg.remote.number().equals(row.far(own).number()));
    }

    private void settle(AccountId account, String id, String own) {
        CallRow row = candidates.getOrDefault(account, Map.of()).get(id);
        if (row == null) {
            return;
        }
        if (!board.audio.here()) { // perhaps a call of ours, whose audio is not known yet
            board.writer.after(SETTLING, () -> settle(account, id, own));
            return;
        }
        candidates.get(account).remove(id);
        if (isElsewhere(account, row, own)) {
            add(account, row, own);
        }
    }

    private void add(AccountId account, CallRow row, String own) {
        CallId id = board.fresh(account, row.id());
        Direction direction = row.placedBy(own) ? Direction.OUT : Direction.IN;
        Party far = row.far(own);
        Leg leg = new Leg(
                id,
                direction,
                row.start().orElse(board.clock.instant()),
                board.party(account, far.number(), far.name()),
                row.answered() ? CallState.ACTIVE : CallState.RINGING);
        leg.wireId = row.id();
        leg.named = true;
        leg.media = MediaState.ELSEWHERE;
        leg.recordedThere = row.recorded().orElse(false);
        leg.answered = row.connect();
        leg.heldHere = row.heldByUs();
        leg.heldThere = row.held() && !row.heldByUs();
        board.add(leg);
    }

    void follow(Leg leg, CallRow row) {
        if (row.answered() && leg.state.unanswered()) {
            board.change(leg, up -> up.answered = row.connect().or(() -> Optional.of(board.clock.instant())));
            board.become(leg, CallState.ACTIVE);
        }
        board.change(leg, seen -> {
            seen.heldHere = row.heldByUs() || (row.held() && seen.heldHere);
            seen.heldThere = row.held() && !seen.heldHere;
        });
    }
}
