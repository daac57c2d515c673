package pbx.simulator.exchange;

import java.util.Optional;
import pbx.simulator.sound.Melody;
import pbx.simulator.sound.Ring;
import pbx.simulator.sound.Sound;
import pbx.simulator.sound.Tone;

/** Whom or what a leg hears. Two that are equal sound the same, so that nothing starts anew for no reason. */
record Hearing(Kind kind, Optional<End> far) {
    static final Hearing NOTHING = new Hearing(Kind.SILENCE, Optional.empty());

    private static final double DESK_PHONE = 330;
    private static final int SOFT = 1_500;

    enum Kind {
        SILENCE,
        RINGBACK,
        MUSIC,
        FAR_END
    }

    /** Who holds hears nothing, who is held hears music, who waits for somebody hears it ringing. */
    static Hearing of(Call call, Leg leg) {
        if (leg.holding()) {
            return NOTHING;
        }
        Optional<End> across = call.across(leg);
        if (across.isEmpty()) {
            return new Hearing(Kind.RINGBACK, across);
        }
        boolean held = across.get() instanceof Device device && device.holding();
        return new Hearing(held ? Kind.MUSIC : Kind.FAR_END, across);
    }

    /** @param voice the listener's own */
    Sound sound(Ring voice) {
        return switch (kind) {
            case SILENCE -> Sound.silence();
            case RINGBACK -> Sound.of(Tone.ringback());
            case MUSIC -> Sound.of(Melody.hold());
            case FAR_END -> says(far.orElseThrow(), voice);
        };
    }

    private static Sound says(End end, Ring listener) {
        if (end instanceof Leg leg) {
            return Sound.of(leg.audio().voice().reader());
        }
        return end instanceof ServiceEnd service
                ? service.program().with(listener)
                : Sound.of(Tone.steady(DESK_PHONE, SOFT));
    }
}
