package pbx.bench;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;

/** Two peers of bare webrtc-java, each with a device of its own, or both with devices that they share with other pairs. */
final class BarePair implements Pair {
    private static final int FRAME = 480;

    private final BarePeer caller;
    private final BarePeer callee;

    BarePair() throws Exception {
        this(new BarePeer("caller"), new BarePeer("callee"));
    }

    /** Give each device its sound by {@link #speak} of one pair. */
    BarePair(BareDevice callers, BareDevice callees) throws Exception {
        this(new BarePeer("caller", callers), new BarePeer("callee", callees));
    }

    private BarePair(BarePeer caller, BarePeer callee) throws Exception {
        this.caller = caller;
        this.callee = callee;
        caller.callTo(callee);
    }

    @Override
    public void speak(PcmSource first, PcmSource second) {
        speak(caller, first);
        speak(callee, second);
    }

    private static void speak(BarePeer peer, PcmSource source) {
        short[] frame = new short[FRAME];
        peer.speaks((data, samples, bytesPerSample, channels, rate) -> {
            Arrays.fill(frame, (short) 0);
            source.fill(frame);
            ByteBuffer to = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
            for (short sample : frame) {
                for (int channel = 0; channel < channels; channel++) {
                    to.putShort(sample);
                }
            }
            return samples;
        });
    }

    @Override
    public void hear(PcmSink sink) {
        callee.hears((data, bits, rate, channels, frames) -> {
            short[] samples = new short[frames];
            ByteBuffer from = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < frames; i++) {
                samples[i] = from.getShort(2 * i * channels);
            }
            sink.take(samples, rate);
        });
    }

    @Override
    public Sound sound() throws Exception {
        Sound sound = new Sound(0, 0);
        for (BarePeer peer : List.of(caller, callee)) {
            for (RTCStats stats : peer.stats().getStats().values()) {
                if (stats.getType() == RTCStatsType.INBOUND_RTP) {
                    sound = sound.plus(sound(stats.getAttributes()));
                }
            }
        }
        return sound;
    }

    /** Of one inbound stream, named as in W3C's webrtc-stats. */
    static Sound sound(Map<String, Object> inbound) {
        return new Sound(
                number(inbound, "totalSamplesReceived"),
                number(inbound, "concealedSamples") - number(inbound, "silentConcealedSamples"));
    }

    private static double number(Map<String, Object> stats, String name) {
        return stats.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    @Override
    public void close() {
        caller.close();
        callee.close();
    }
}
