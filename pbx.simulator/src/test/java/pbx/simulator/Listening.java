package pbx.simulator;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import pbx.simulator.sound.DtmfEar;
import pbx.webrtc.AudioEngine.PcmSink;

/** Hears 48 kHz in pieces of 100 ms, and keys; lets a test wait for a tone or for silence. */
final class Listening implements PcmSink {
    private static final int PIECE = 4_800;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final short[] piece = new short[PIECE];
    private final StringBuilder keys = new StringBuilder();
    private final DtmfEar dtmf = new DtmfEar(keys::append);
    private int filled;
    private long pieces;
    private short[] latest = new short[PIECE];

    @Override
    public synchronized void take(short[] samples, int rate) {
        dtmf.take(samples, rate);
        for (short sample : samples) {
            piece[filled++] = sample;
            if (filled == PIECE) {
                filled = 0;
                pieces++;
                latest = piece.clone();
                notifyAll();
            }
        }
    }

    /** Waits for a piece from now on in which the tone is loud. */
    void hears(double hertz) throws InterruptedException {
        await(hertz + " Hz", () -> amplitude(hertz) > 500);
    }

    /** Waits for a piece from now on in which the tone is not. */
    void loses(double hertz) throws InterruptedException {
        await("no " + hertz + " Hz", () -> amplitude(hertz) < 50);
    }

    void hearsKeys(String wanted) throws InterruptedException {
        await(wanted, () -> keys.toString().equals(wanted));
    }

    private synchronized void await(String what, BooleanSupplier heard) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        long from = pieces + 1;
        while (pieces <= from || !heard.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("not heard: " + what + "; keys " + keys + "; " + pieces + " pieces");
            }
            wait(left);
        }
    }

    private double amplitude(double hertz) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < PIECE; i++) {
            sine += latest[i] * Math.sin(2 * Math.PI * hertz * i / 48_000);
            cosine += latest[i] * Math.cos(2 * Math.PI * hertz * i / 48_000);
        }
        return 2 * Math.hypot(sine, cosine) / PIECE;
    }
}
