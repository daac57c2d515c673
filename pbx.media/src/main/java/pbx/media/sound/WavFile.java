package pbx.media.sound;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A stereo WAV file of 16 kHz that is being written; its header is made true after every piece, so that it can be played at any time. */
public final class WavFile implements AutoCloseable {
    public static final int RATE = 16_000;

    private static final int HEADER = 44;
    private static final int BYTES = 4;
    /** The format's lengths are unsigned 32 bit; 18 hours fit. */
    private static final long MOST = 0xffff_ffffL - HEADER;

    private final RandomAccessFile file;

    /** Goes on at the end of one that exists. */
    public WavFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        if (file.length() < HEADER) {
            file.setLength(0);
            header();
        }
        file.seek(file.length() - (file.length() - HEADER) % BYTES);
    }

    /** How many pairs of samples there are. */
    public long length() throws IOException {
        return (file.getFilePointer() - HEADER) / BYTES;
    }

    /** Appends both sides, as many samples as the shorter has. */
    public void write(short[] left, short[] right) throws IOException {
        int count = Math.min(left.length, right.length);
        ByteBuffer bytes = ByteBuffer.wrap(new byte[count * BYTES]).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putShort(left[i]).putShort(right[i]);
        }
        if (file.getFilePointer() + bytes.capacity() > MOST) {
            throw new IOException("the recording has reached the longest that a WAV file can be");
        }
        file.write(bytes.array());
        long end = file.getFilePointer();
        header();
        file.seek(end);
    }

    private void header() throws IOException {
        int data = (int) Math.max(0, file.length() - HEADER);
        ByteBuffer header = ByteBuffer.wrap(new byte[HEADER]).order(ByteOrder.LITTLE_ENDIAN);
        header.put(text("RIFF")).putInt(data + HEADER - 8).put(text("WAVE"));
        header.put(text("fmt ")).putInt(16).putShort((short) 1).putShort((short) 2);
        header.putInt(RATE).putInt(RATE * BYTES).putShort((short) BYTES).putShort((short) 16);
        header.put(text("data")).putInt(data);
        file.seek(0);
        file.write(header.array());
    }

    private static byte[] text(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
