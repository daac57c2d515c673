package pbx.simulator.exchange;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the calls of a socket that closed, for it may be a blip of the network. [I]: for 30 s a new socket of the same extension
 * that registers under the same user agent takes them over, and is sent what it has missed; phones that rang are invited again.
 * After that a ringing phone counts as not available and a call is ended.
 */
final class Absence {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNAVAILABLE = 480;

    private final Switchboard switchboard;
    private final Loop loop;

    Absence(Switchboard switchboard, Loop loop) {
        this.switchboard = switchboard;
        this.loop = loop;
    }

    void gone(Phone phone) {
        switchboard.legs().stream()
                .filter(leg -> leg.at(phone))
                .forEach(leg -> leg.away(loop.after(PATIENCE, () -> giveUp(leg))));
    }

    void returned(Phone phone) {
        switchboard.legs().stream().filter(leg -> leg.mayReturnAt(phone)).forEach(leg -> {
            leg.back(phone);
            switchboard.callOf(leg).ifPresent(call -> inviteAgain(call, leg));
        });
    }

    private static void inviteAgain(Call call, Leg leg) {
        if (call.ringing().contains(leg) && !leg.invite().isEmpty()) {
            leg.invite(leg.invite(), call.from().party(), call.wanted());
        }
    }

    private void giveUp(Leg leg) {
        switchboard.callOf(leg).filter(call -> leg.isAway()).ifPresent(call -> {
            if (call.ringing().contains(leg)) {
                switchboard.reject(call, leg, UNAVAILABLE);
            } else {
                switchboard.end(call, Optional.of(leg), 0);
            }
        });
    }
}
