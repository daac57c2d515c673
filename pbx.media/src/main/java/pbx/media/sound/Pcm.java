package pbx.media.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arithmetic on 16 bit samples. */
public final class Pcm {
    /** Samples a second, wherever sound passes through here. */
    public static final int RATE = 48_000;

    /** Samples in 10 ms. */
    public static final int FRAME = 480;

    private Pcm() {}

    public static short[] samples(byte[] littleEndian) {
        short[] samples = new short[littleEndian.length / 2];
        ByteBuffer.wrap(littleEndian)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    public static byte[] bytes(short[] samples) {
        byte[] bytes = new byte[samples.length * 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(samples);
        return bytes;
    }

    /** Adds, clipping instead of wrapping round. */
    public static void add(short[] frame, int at, int sample) {
        frame[at] = clipped(frame[at] + sample);
    }

    static short clipped(long sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
    }
}
