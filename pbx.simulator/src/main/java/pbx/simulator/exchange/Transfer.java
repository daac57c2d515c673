package pbx.simulator.exchange;

import java.time.Duration;
import java.util.List;

/**
 * Sends the far end of a call elsewhere. [I] A transfer that can be seen to fail at once, because the number is unknown, busy or
 * not there, is refused and the call stays as it was. If whoever rings does not take it, the call comes back and rings at the
 * extension that sent it; if that does not take it either, it ends.
 */
final class Transfer {
    private static final Duration RINGS = Duration.ofSeconds(30);
    private static final int WRONG_STATE = 491;

    private final Switchboard switchboard;
    private final Dialling dialling;
    private final Ringing ringing;

    Transfer(Switchboard switchboard, Dialling dialling, Ringing ringing) {
        this.switchboard = switchboard;
        this.dialling = dialling;
        this.ringing = ringing;
    }

    /** @return 0, or the code with which it is refused */
    int blind(Device sender, String number) {
        if (!talks(sender)) {
            return WRONG_STATE;
        }
        Call call = sender.call().orElseThrow();
        End far = call.across(sender).orElseThrow();
        int refusal = dialling.refusalOfSent(far, number);
        if (refusal == 0) {
            switchboard.keepOnly(far, call);
            Call sent = dialling.send(far, number);
            if (!sent.ringing().isEmpty()) {
                comeBack(sent, sender.account());
            }
        }
        return refusal;
    }

    private void comeBack(Call sent, Account sender) {
        if (!sent.hasOtherwise()) {
            sent.otherwise(code -> {
                if (Ringing.possible(sent.from(), sender)) {
                    ringing.ring(sent, List.of(sender));
                    ringing.giveUpAfter(RINGS, sent);
                } else {
                    switchboard.fail(sent, code);
                }
            });
            ringing.giveUpAfter(RINGS, sent);
        }
    }

    /**
     * Joins the far ends of two calls of one extension, of which the second may still ring. Both own devices are hung up.
     *
     * @return 0, or the code with which it is refused
     */
    int join(Device first, Device second) {
        Call one = first.call().orElse(null);
        Call two = second.call().orElse(null);
        boolean possible = one != null && two != null && one != two && first.account() == second.account();
        if (!possible || !talks(first) || !(talks(second) || second == two.from())) {
            return WRONG_STATE;
        }
        End far = one.across(first).orElseThrow();
        switchboard.keepOnly(far, one);
        two.replace(second, far);
        second.bye(0);
        second.close();
        if (two.to().isPresent()) {
            switchboard.connect(two);
        } else {
            two.ringing().forEach(device -> device.shows(far.party()));
            switchboard.patch(two);
        }
        return 0;
    }

    private static boolean talks(Device device) {
        return device.call()
                .filter(call -> call.connected() && !call.ringing().contains(device))
                .isPresent();
    }
}
