package pbx.media;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;

/**
 * What this side should hear beside its calls, given the calls there are.
 *
 * @param ring the call for which it rings
 * @param waiting another call comes in while one is up: a beep in the ear in place of a ring
 * @param ringback the far end is being alerted, and nobody plays that to us
 */
record Sounding(Optional<Call> ring, boolean waiting, boolean ringback) {
    static final Sounding NOTHING = new Sounding(Optional.empty(), false, false);

    /** @param sounds whether the call's audio brings something to hear already, an announcement or the PBX's own ringback */
    static Sounding of(Collection<Call> calls, Predicate<Call> sounds) {
        Optional<Call> offered = calls.stream().filter(Call::offered).findFirst();
        boolean talking = calls.stream().anyMatch(call -> call.state().answered() || isPlaced(call));
        boolean ringback = calls.stream()
                .anyMatch(call -> isPlaced(call) && call.state() == CallState.RINGING && !sounds.test(call));
        return new Sounding(talking ? Optional.empty() : offered, talking && offered.isPresent(), ringback);
    }

    private static boolean isPlaced(Call call) {
        return call.direction() == Direction.OUT && call.state().unanswered();
    }
}
