package pbx.webrtc.engine;

import dev.onvoid.webrtc.media.audio.AudioSource;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import pbx.webrtc.AudioEngine.PcmSource;
import pbx.webrtc.AudioEngine.Registration;

/** What WebRTC takes to be the microphone: one object for the session's life, behind which the source may change. */
final class Microphone implements AudioSource {
    private static final int FRAME = 480;

    private final Key key;
    private final AtomicReference<Plug> plug = new AtomicReference<>();
    private final short[] frame = new short[FRAME];

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

    /** On a native thread, every 10 ms. The device's lock is held: neither wait nor call it. */
    @Override
    public int onPlaybackData(byte[] data, int samples, int bytesPerSample, int channels, int rate) {
        try {
            if (samples == FRAME && bytesPerSample == 2 * channels) {
                fill();
                write(data, channels);
            }
        } catch (Throwable error) {
            // no thread of ours to report it on: silence
        }
        return samples;
    }

    private void fill() {
        Arrays.fill(frame, (short) 0);
        Plug current = plug.get();
        if (current == null) {
            return;
        }
        try {
            current.source.fill(frame);
        } catch (Throwable error) {
            plug.compareAndSet(current, null);
            Arrays.fill(frame, (short) 0);
            System.getLogger("pbx.webrtc")
                    .log(Level.WARNING, "The sound source of " + key + " failed and is dropped.", error);
        }
    }

    private void write(byte[] data, int channels) {
        for (int i = 0, at = 0; i < FRAME; i++) {
            for (int channel = 0; channel < channels; channel++) {
                data[at++] = (byte) frame[i];
                data[at++] = (byte) (frame[i] >> 8);
            }
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
