package pbx.simulator.sound;

import java.util.function.Consumer;
import pbx.webrtc.AudioEngine.PcmSink;

/**
 * Hears keys by their two tones. An engine turns RFC 4733 events into tones before anybody sees the sound, so this is how a PBX
 * on top of it takes digits. Takes 48 kHz, on one thread.
 */
public final class DtmfEar implements PcmSink {
    private static final int PIECE = 2 * Frames.SAMPLES;
    private static final int STEP = Frames.SAMPLES;
    private static final int BEGINS = 2;
    private static final int ENDS = 6;
    private static final double AUDIBLE = 20_000;
    private static final double PURE = 0.7;
    private static final char NONE = ' ';

    private final short[] piece = new short[PIECE];
    private final Consumer<Character> pressed;
    private int filled;
    private char before = NONE;
    private char current = NONE;
    private int running;

    /** @param pressed is told each key once, when it has been heard for 30 ms: of an event of 100 ms the engine may play no more */
    public DtmfEar(Consumer<Character> pressed) {
        this.pressed = pressed;
    }

    @Override
    public void take(short[] samples, int rate) {
        for (short sample : samples) {
            piece[filled++] = sample;
            if (filled == PIECE) {
                heard(key());
                System.arraycopy(piece, STEP, piece, 0, PIECE - STEP);
                filled = PIECE - STEP;
            }
        }
    }

    /** A key that goes on is one; after 60 ms without it, it may come again. */
    private void heard(char now) {
        running = now == before ? running + 1 : 1;
        before = now;
        if (now != current && running >= (now == NONE ? ENDS : BEGINS)) {
            current = now;
            if (now != NONE) {
                pressed.accept(now);
            }
        }
    }

    /** The key in the piece: its two tones must make up nearly all of the sound. */
    private char key() {
        double all = 0;
        for (short sample : piece) {
            all += (double) sample * sample;
        }
        all /= PIECE;
        int row = strongest(Dtmf.ROWS);
        int column = strongest(Dtmf.COLUMNS);
        double low = power(Dtmf.ROWS[row]);
        double high = power(Dtmf.COLUMNS[column]);
        boolean tones = all > AUDIBLE && low + high > PURE * all && low > high / 10 && high > low / 10;
        return tones ? Dtmf.key(row, column) : NONE;
    }

    private int strongest(int[] tones) {
        int best = 0;
        for (int i = 1; i < tones.length; i++) {
            best = power(tones[i]) > power(tones[best]) ? i : best;
        }
        return best;
    }

    /** Goertzel: the mean square of that frequency's part. */
    private double power(double hertz) {
        double factor = 2 * Math.cos(2 * Math.PI * hertz / Frames.RATE);
        double last = 0;
        double beforeLast = 0;
        for (short sample : piece) {
            double now = sample + factor * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        return 2 * (last * last + beforeLast * beforeLast - factor * last * beforeLast) / ((double) PIECE * PIECE);
    }
}
