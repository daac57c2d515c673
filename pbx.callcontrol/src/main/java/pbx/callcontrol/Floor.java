package pbx.callcontrol;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import pbx.api.AccountId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;

/**
 * Who is heard. Of an account's calls on this machine the one that the user turned to last has the floor; the others that are
 * talked go on hold. After every change this compares how things are with how they must be, and does what is missing, silence
 * first: so it does not matter in which order commands, messages and audio events come. Confined to the writer thread.
 */
final class Floor {
    /** A PBX need not confirm a hold or a resume (protocol notes 5.8): after this time it is taken as done. */
    static final Duration SILENCE_IS_CONSENT = Duration.ofSeconds(2);

    private final CallBoard board;
    private boolean settling;

    Floor(CallBoard board) {
        this.board = board;
    }

    /** The user turns to this call, by {@code edit}. */
    void take(Leg leg, Consumer<Leg> edit) {
        long next = next(leg.id.account());
        board.change(leg, edit.andThen(taking -> taking.asked = next));
    }

    private long next(AccountId account) {
        return 1
                + board.legs(account).stream().mapToLong(leg -> leg.asked).max().orElse(0);
    }

    /** Whether nothing may be said or heard in this call. */
    boolean silent(Leg leg) {
        return leg.wantsHold || leg.heldHere || (leg.direction == Direction.IN && leg.state.unanswered()) || !has(leg);
    }

    /** Whether no other call stands before it. */
    private boolean has(Leg leg) {
        return !board.rules().holdOthers()
                || board.legs(leg.id.account()).stream()
                        .noneMatch(other -> other.asked > leg.asked && other != leg && talks(other));
    }

    /** It is talked, or is going to be without another word from the user. */
    private static boolean talks(Leg leg) {
        return !leg.elsewhere()
                && !leg.state.over()
                && !leg.wantsHold
                && (leg.direction == Direction.OUT || leg.answering || leg.state.answered());
    }

    void settle(AccountId account) {
        if (settling) {
            return; // the round that is under way sees this change too
        }
        settling = true;
        try {
            List<Leg> legs = board.legs(account).stream()
                    .filter(leg -> !leg.elsewhere() && !leg.state.over())
                    .toList();
            legs.stream()
                    .filter(leg -> leg.state.answered() && !leg.wantsHold && !has(leg))
                    .forEach(leg -> board.change(leg, held -> {
                        held.wantsHold = true;
                        held.resuming = false;
                    }));
            legs.stream().sorted(Comparator.comparing(leg -> !silent(leg))).forEach(board.audio::silence);
            legs.forEach(this::tellPbx);
        } finally {
            settling = false;
        }
    }

    private void tellPbx(Leg leg) {
        boolean due = leg.state == CallState.ACTIVE && leg.wantsHold && !leg.holdSent && leg.leaving == null;
        if (due && leg.reachable && board.exchanges.open(leg.id.account())) {
            leg.holdSent = true;
            board.exchanges.send(leg, Wire.hold(leg));
            consent(leg, () -> {
                if (leg.wantsHold && leg.state == CallState.ACTIVE) {
                    board.change(leg, silent -> silent.heldHere = true);
                }
            });
        }
    }

    /** Does {@code done} when the PBX has said nothing for a while; only the last such waiting counts. */
    void consent(Leg leg, Runnable done) {
        leg.consent.close();
        leg.consent = board.writer.after(SILENCE_IS_CONSENT, done);
    }
}
