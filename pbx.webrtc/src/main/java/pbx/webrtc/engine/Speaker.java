package pbx.webrtc.engine;

import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.Registration;

/** What WebRTC plays the far end to: one object for the session's life, behind which sinks come and go. */
final class Speaker implements AudioTrackSink {
    private final Key key;
    private final List<Plug> plugs = new CopyOnWriteArrayList<>();
    private short[] mono = new short[0];

    Speaker(Key key) {
        this.key = key;
    }

    Registration sink(PcmSink sink) {
        Plug mine = new Plug(Objects.requireNonNull(sink));
        plugs.add(mine);
        return () -> plugs.remove(mine);
    }

    /** On a native thread, every 10 ms. An exception that left this would end the JVM. */
    @Override
    public void onData(byte[] data, int bitsPerSample, int rate, int channels, int frames) {
        try {
            if (bitsPerSample == 16 && !plugs.isEmpty()) {
                short[] samples = toMono(data, channels, frames);
                plugs.forEach(plug -> give(plug, samples, rate));
            }
        } catch (Throwable error) {
            // no thread of ours to report it on: this frame is lost
        }
    }

    private short[] toMono(byte[] data, int channels, int frames) {
        if (mono.length != frames) {
            mono = new short[frames];
        }
        for (int i = 0, at = 0; i < frames; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += (short) ((data[at++] & 0xff) | data[at++] << 8);
            }
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    private void give(Plug plug, short[] samples, int rate) {
        try {
            plug.sink.take(samples, rate);
        } catch (Throwable error) {
            plugs.remove(plug);
            System.getLogger("pbx.webrtc")
                    .log(Level.WARNING, "A sound sink of " + key + " failed and is dropped.", error);
        }
    }

    /** Compared by identity: the same sink may be given twice. */
    private static final class Plug {
        private final PcmSink sink;

        Plug(PcmSink sink) {
            this.sink = sink;
        }
    }
}
