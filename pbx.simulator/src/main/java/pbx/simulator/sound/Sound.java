package pbx.simulator.sound;

import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;

/**
 * What one party hears, and who else listens to it meanwhile. One instance serves one party, once.
 *
 * @param tap takes what the party says, on a native thread; it must not block
 * @param end is run when the party hears something else, or nothing any more
 */
public record Sound(PcmSource source, PcmSink tap, Runnable end) {
    private static final PcmSink NOBODY = (samples, rate) -> {};

    public static Sound of(PcmSource source) {
        return of(source, NOBODY);
    }

    public static Sound of(PcmSource source, PcmSink tap) {
        return new Sound(source, tap, () -> {});
    }

    public static Sound silence() {
        return of(frame -> {});
    }
}
