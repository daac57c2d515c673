package pbx.simulator;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import pbx.simulator.sound.DtmfEar;
import pbx.webrtc.AudioEngine.PcmSink;

/** Hears 48 kHz in pieces of 100 ms, and keys; lets a test wait for a tone or for silence. */
final class Listening implements PcmSink {
    private static final int PIECE = 4_800;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long KEY_PATIENCE = TimeUnit.SECONDS.toNanos(8);

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

    /** Waits for the key, pressed again if it is not heard: a machine that halts makes a hole in the sound. */
    void hearsKey(String wanted, Callable<?> press) throws Exception {
        for (int tries = 0; tries < 3; tries++) {
            press.call();
            if (heard(KEY_PATIENCE, () -> keys.toString().endsWith(wanted))) {
                return;
            }
        }
        throw notHeard(wanted);
    }

    /** The keys so far; with a hole in it one press is heard as two. */
    synchronized String keys() {
        return keys.toString().replaceAll("(.)\\1+", "$1");
    }

    private void await(String what, BooleanSupplier heard) throws InterruptedException {
        if (!heard(PATIENCE, heard)) {
            throw notHeard(what);
        }
    }

    private synchronized boolean heard(long patience, BooleanSupplier heard) throws InterruptedException {
        long end = System.nanoTime() + patience;
        long from = pieces + 1;
        while (pieces <= from || !heard.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized AssertionError notHeard(String what) {
        return new AssertionError("not heard: " + what + "; keys " + keys + "; " + pieces + " pieces");
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
