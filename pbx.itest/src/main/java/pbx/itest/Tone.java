package pbx.itest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import pbx.webrtc.AudioEngine;

/** A sine. */
final class Tone implements AudioEngine.PcmSource {
    private static final int RATE = 48_000;
    private static final int AMPLITUDE = 8_000;

    private final double step;
    private double phase;

    Tone(double hertz) {
        step = 2 * Math.PI * hertz / RATE;
    }

    @Override
    public void fill(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (AMPLITUDE * Math.sin(phase));
            phase += step;
        }
    }

    /** One second as a WAV file: a whole number of Hertz has no seam when it is repeated. */
    byte[] wav() {
        ByteBuffer file = ByteBuffer.allocate(44 + 2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * RATE);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * RATE);
        short[] second = new short[RATE];
        fill(second);
        for (short sample : second) {
            file.putShort(sample);
        }
        return file.array();
    }
}
