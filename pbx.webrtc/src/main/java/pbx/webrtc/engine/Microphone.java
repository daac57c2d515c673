package pbx.webrtc.engine;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import pbx.webrtc.AudioEngine.PcmSource;
import pbx.webrtc.AudioEngine.Registration;

/** What WebRTC takes to be the microphone: one object for the session's life, behind which the source may change. */
final class Microphone {
    static final int RATE = 48_000;
    static final int BITS = 16;

    /** Of 10 ms. */
    static final int SAMPLES = RATE / 100;

    private final Key key;
    private final AtomicReference<Plug> plug = new AtomicReference<>();
    // the device's thread only
    private final short[] samples = new short[SAMPLES];
    private final byte[] frame = new byte[SAMPLES * BITS / 8];

    Microphone(Key key) {
        this.key = key;
    }

    Registration source(PcmSource source) {
        Plug mine = new Plug(Objects.requireNonNull(source));
        plug.set(mine);
        return () -> plug.compareAndSet(mine, null);
    }

    void silence() {
        plug.set(null);
    }

    /** The next 10 ms, mono, low byte first; silence where there is no source. On the device's thread. It is overwritten by the next. */
    byte[] frame() {
        fill();
        for (int i = 0, at = 0; i < SAMPLES; i++) {
            frame[at++] = (byte) samples[i];
            frame[at++] = (byte) (samples[i] >> 8);
        }
        return frame;
    }

    private void fill() {
        Arrays.fill(samples, (short) 0);
        Plug current = plug.get();
        if (current == null) {
            return;
        }
        try {
            current.source.fill(samples);
        } catch (Throwable error) {
            plug.compareAndSet(current, null);
            Arrays.fill(samples, (short) 0);
            System.getLogger("pbx.webrtc")
                    .log(Level.WARNING, "The sound source of " + key + " failed and is dropped.", error);
        }
    }

    /** Compared by identity: the same source may be given twice. */
    private static final class Plug {
        private final PcmSource source;

        Plug(PcmSource source) {
            this.source = source;
        }
    }
}
