package pbx.bench;

import pbx.webrtc.AudioEngine.PcmSource;

/** Goes up and down in pitch and loudness, so that the codec has as much to do as with somebody who talks. */
final class Voice implements PcmSource {
    private static final short[] SAID = said(4 * 48_000);

    private int at;

    @Override
    public void fill(short[] frame) {
        System.arraycopy(SAID, at, frame, 0, frame.length);
        at = (at + frame.length) % SAID.length;
    }

    private static short[] said(int samples) {
        short[] said = new short[samples];
        double phase = 0;
        for (int i = 0; i < samples; i++) {
            double seconds = i / 48_000.0;
            phase += 2 * Math.PI * (180 + 60 * Math.sin(2 * Math.PI * seconds / 2)) / 48_000;
            double loud = 6_000 * (1 + Math.sin(2 * Math.PI * 3 * seconds));
            said[i] = (short) (loud * (Math.sin(phase) + 0.3 * Math.sin(3 * phase)));
        }
        return said;
    }
}
