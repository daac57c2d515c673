package pbx.simulator.exchange;

import java.util.Optional;
import pbx.simulator.sound.Tone;
import pbx.webrtc.AudioEngine.PcmSource;

/** Decides what a leg hears. */
final class Patch {
    private static final PcmSource SILENCE = frame -> {};

    private Patch() {}

    /** Who holds hears nothing, who is held hears the hold tone, who waits for somebody hears it ringing. */
    static PcmSource heard(Call call, Leg leg) {
        if (leg.holding()) {
            return SILENCE;
        }
        Optional<End> across = call.across(leg);
        return across.map(end -> says(end, leg)).orElseGet(Tone::ringback);
    }

    private static PcmSource says(End end, Leg listener) {
        if (end instanceof Leg far) {
            return far.holding() ? Tone.hold() : far.audio().voice();
        }
        return ((ServiceEnd) end).service().says(listener.audio().voice());
    }
}
