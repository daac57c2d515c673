package pbx.simulator.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pbx.webrtc.AudioEngine.PcmSource;

/** Speech at 8 kHz, 16 bit, one channel: as a file, and played. */
public final class Speech {
    static final int RATE = 8_000;
    private static final int HEADER = 44;
    private static final int GAP_BYTES = RATE;

    private final byte[] pcm;

    /** @param pcm little endian */
    Speech(byte[] pcm) {
        this.pcm = pcm.clone();
    }

    /** As a WAV file. */
    public byte[] file() {
        ByteBuffer file = ByteBuffer.allocate(HEADER + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
        text(file, "RIFF").putInt(HEADER - 8 + pcm.length);
        text(file, "WAVEfmt ").putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        text(file, "data").putInt(pcm.length).put(pcm);
        return file.array();
    }

    public double seconds() {
        return pcm.length / (2.0 * RATE);
    }

    /** Plays one after the other with half a second between. */
    public static PcmSource play(List<Speech> recordings) {
        ByteBuffer all = ByteBuffer.allocate(recordings.stream()
                        .mapToInt(one -> one.pcm.length + GAP_BYTES)
                        .sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        recordings.forEach(one -> all.put(one.pcm).position(all.position() + GAP_BYTES));
        all.flip();
        Resampler resampler = new Resampler();
        short[] piece = new short[RATE / 100];
        return frame -> {
            for (int i = 0; i < piece.length; i++) {
                piece[i] = all.remaining() >= 2 ? all.getShort() : 0;
            }
            resampler.stretch(piece, frame);
        };
    }

    private static ByteBuffer text(ByteBuffer file, String text) {
        return file.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
