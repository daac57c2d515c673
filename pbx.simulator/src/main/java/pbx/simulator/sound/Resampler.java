package pbx.simulator.sound;

/** Stretches 10 ms at any lower rate to 48 kHz by straight lines; enough for G.711 speech. */
final class Resampler {
    private short last;

    /** Writes {@link Frames#SAMPLES} samples; lines begin at the last sample of the frame before, so that frames join. */
    void stretch(short[] in, short[] out) {
        if (in.length == out.length) {
            System.arraycopy(in, 0, out, 0, out.length);
        } else if (in.length > 0) {
            interpolate(in, out);
        }
        last = in.length == 0 ? last : in[in.length - 1];
    }

    private void interpolate(short[] in, short[] out) {
        double step = (double) in.length / out.length;
        for (int i = 0; i < out.length; i++) {
            double at = (i + 1) * step;
            int whole = (int) Math.min(Math.ceil(at), in.length) - 1;
            double before = whole == 0 ? last : in[whole - 1];
            out[i] = (short) Math.round(before + (in[whole] - before) * (at - whole));
        }
    }
}
