package pbx.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Arithmetic on 16 bit samples. */
final class Pcm {
    private Pcm() {}

    static short[] samples(byte[] littleEndian) {
        short[] samples = new short[littleEndian.length / 2];
        ByteBuffer.wrap(littleEndian)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    static byte[] bytes(short[] samples) {
        byte[] bytes = new byte[samples.length * 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(samples);
        return bytes;
    }

    /** Adds the frames into {@code mixed}, clipping instead of wrapping round. */
    static void mix(List<short[]> frames, short[] mixed) {
        Arrays.fill(mixed, (short) 0);
        for (short[] frame : frames) {
            for (int i = 0; i < Math.min(frame.length, mixed.length); i++) {
                mixed[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, mixed[i] + frame[i]));
            }
        }
    }

    /** As many samples in the same time at {@code to} samples a second, each the nearest one. */
    static short[] resampled(short[] samples, int from, int to) {
        if (from == to) {
            return samples.clone();
        }
        short[] result = new short[(int) ((long) samples.length * to / from)];
        for (int i = 0; i < result.length; i++) {
            result[i] = samples[(int) ((long) i * from / to)];
        }
        return result;
    }
}
