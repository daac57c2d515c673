package pbx.webrtc.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.Goertzel;

/** Decodes DTMF from pieces of 20 ms: digits of which no two running are the same. */
final class DigitEar implements PcmSink {
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final String KEYS = "123A456B789C*0#D";
    private static final double AUDIBLE = 500;

    private final short[] piece = new short[960];
    private final StringBuilder heard = new StringBuilder();
    private int filled;
    private char before = ' ';
    private char last = ' ';
    private int running;
    private int wanted = Integer.MAX_VALUE;
    private final CompletableFuture<String> enough = new CompletableFuture<>();

    @Override
    public synchronized void take(short[] samples, int rate) {
        for (short sample : samples) {
            piece[filled++] = sample;
            if (filled == piece.length) {
                filled = 0;
                decode(rate);
            }
        }
    }

    /** What was heard when that many digits had begun. */
    String digits(int count) throws Exception {
        synchronized (this) {
            wanted = count;
            check();
        }
        return enough.get(30, TimeUnit.SECONDS);
    }

    /**
     * A digit counts when two pieces running agree; it is over after 100 ms without it. The same one again is the one before,
     * heard through a hole that a machine has made which stood still for longer.
     */
    private void decode(int rate) {
        int row = strongest(ROWS, rate);
        int column = strongest(COLUMNS, rate);
        char now = row < 0 || column < 0 ? ' ' : KEYS.charAt(4 * row + column);
        running = now == before ? running + 1 : 1;
        before = now;
        if (now != last && running == (now == ' ' ? 5 : 2)) {
            last = now;
            if (now != ' ' && (heard.isEmpty() || heard.charAt(heard.length() - 1) != now)) {
                heard.append(now);
                check();
            }
        }
    }

    private void check() {
        if (heard.length() >= wanted) {
            enough.complete(heard.toString());
        }
    }

    private int strongest(int[] tones, int rate) {
        int best = -1;
        double most = AUDIBLE;
        for (int i = 0; i < tones.length; i++) {
            double amplitude = Goertzel.amplitude(piece, rate, tones[i]);
            if (amplitude > most) {
                most = amplitude;
                best = i;
            }
        }
        return best;
    }
}
