package pbx.media;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pbx.api.media.Levels;
import pbx.media.device.Desk;
import pbx.media.sound.Elastic;
import pbx.media.sound.Meter;
import pbx.media.sound.Pcm;
import pbx.media.sound.Resampler;
import pbx.media.sound.Sound;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;

/**
 * One call's sound between the desk's clock and the engine's, and whoever else has a part in it. The engine's threads only
 * do arithmetic here: nothing waits but for the moment in which another thread copies a frame.
 */
public final class CallSound implements PcmSource, PcmSink, Desk.Voice {
    private final Elastic said = new Elastic();
    private final Elastic heard = new Elastic();
    private final Meter in = new Meter();
    private final Meter out = new Meter();
    private final Meter microphone = new Meter();
    private final List<Ear> ears = new CopyOnWriteArrayList<>();
    private final List<Extra> extras = new CopyOnWriteArrayList<>();
    private final short[] scratch = new short[Pcm.FRAME];
    private volatile boolean muted;
    private volatile boolean paused;
    private volatile Sound music;
    private Resampler resampler;
    private int rate;
    private short[] whole = new short[Pcm.FRAME];
    private int filled;

    /** Hears both sides, on the engine's threads: it must not wait, and copies what it keeps. */
    public interface Ear {
        void heard(boolean there, short[] frame);
    }

    /**
     * Sound on its way to the far end beside the microphone.
     *
     * @param alone the microphone is silent while this has something to say
     */
    public record Extra(Sound sound, boolean alone) {}

    void muted(boolean on) {
        muted = on;
        if (on) {
            said.clear();
        }
    }

    void paused(boolean on) {
        paused = on;
        if (on) {
            said.clear();
            heard.clear();
        }
    }

    /** What the far end hears while the call is paused; null: silence. */
    void music(Sound next) {
        music = next;
    }

    boolean hasMusic() {
        return music != null;
    }

    public void add(Ear ear) {
        ears.add(ear);
    }

    public void remove(Ear ear) {
        ears.remove(ear);
    }

    public void add(Extra extra) {
        extras.add(extra);
    }

    public void remove(Extra extra) {
        extras.remove(extra);
    }

    Levels levels() {
        return new Levels(in.level(), out.level(), microphone.level());
    }

    /** Whether the far end, or the PBX in its place, made any sound within that time. */
    boolean heardWithin(long ms) {
        return in.heardWithin(ms);
    }

    @Override
    public void said(short[] frame) {
        microphone.add(frame);
        if (!muted && !paused) {
            said.put(frame);
        }
    }

    @Override
    public void heard(short[] frame) {
        heard.addTo(frame);
    }

    @Override
    public void fill(short[] frame) {
        if (paused) {
            Sound playing = music;
            if (playing != null) {
                playing.addTo(frame);
            }
        } else {
            speak(frame);
        }
        out.add(frame);
        for (Ear ear : ears) {
            ear.heard(false, frame);
        }
    }

    private void speak(short[] frame) {
        boolean alone = false;
        Arrays.fill(scratch, (short) 0);
        for (Extra extra : extras) {
            alone |= extra.sound().addTo(scratch) && extra.alone();
        }
        boolean any = said.addTo(frame);
        if (any && (muted || alone)) {
            Arrays.fill(frame, (short) 0);
        }
        for (int i = 0; i < frame.length; i++) {
            Pcm.add(frame, i, scratch[i]);
        }
    }

    @Override
    public void take(short[] samples, int from) {
        if (paused) {
            return;
        }
        for (short sample : resampled(samples, from)) {
            whole[filled++] = sample;
            if (filled == whole.length) {
                filled = 0;
                frame();
            }
        }
    }

    private void frame() {
        in.add(whole);
        heard.put(whole);
        for (Ear ear : ears) {
            ear.heard(true, whole);
        }
    }

    private short[] resampled(short[] samples, int from) {
        if (from == Pcm.RATE) {
            return samples;
        }
        if (rate != from) {
            rate = from;
            resampler = new Resampler(from, Pcm.RATE);
        }
        return resampler.of(samples);
    }
}
