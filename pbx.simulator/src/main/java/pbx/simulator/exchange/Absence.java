package pbx.simulator.exchange;

import java.time.Duration;
import java.util.List;
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
        legs(phone).stream().filter(leg -> leg.link().to(phone)).forEach(leg -> leg.link()
                .broken(loop.after(PATIENCE, () -> giveUp(leg))));
    }

    void returned(Phone phone) {
        legs(phone).stream().filter(leg -> leg.link().mayBe(phone)).forEach(leg -> {
            leg.link().mended(phone);
            if (leg.call().filter(call -> call.ringing().contains(leg)).isPresent()) {
                leg.inviteAgain();
            }
        });
    }

    private static List<Leg> legs(Phone phone) {
        return phone.account().devices().stream()
                .filter(Leg.class::isInstance)
                .map(Leg.class::cast)
                .toList();
    }

    private void giveUp(Leg leg) {
        leg.call().filter(call -> leg.link().broken()).ifPresent(call -> {
            if (call.ringing().contains(leg)) {
                switchboard.reject(call, leg, UNAVAILABLE);
            } else {
                switchboard.end(call, Optional.of(leg), 0);
            }
        });
    }
}
