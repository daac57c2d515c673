package pbx.webrtc.fault;

import java.util.concurrent.TimeUnit;

/** Notes how late the machine wakes a thread that sleeps for short times: how long it stood still. */
final class Metronome implements AutoCloseable {
    private static final int BEAT_MS = 20;

    private final Thread thread = new Thread(this::run, "metronome");
    private volatile long mostLateNs;

    Metronome() {
        thread.setDaemon(true);
        thread.start();
    }

    long mostLateMs() {
        return TimeUnit.NANOSECONDS.toMillis(mostLateNs);
    }

    private void run() {
        try {
            while (true) {
                long from = System.nanoTime();
                TimeUnit.MILLISECONDS.sleep(BEAT_MS);
                long late = System.nanoTime() - from - TimeUnit.MILLISECONDS.toNanos(BEAT_MS);
                mostLateNs = Math.max(mostLateNs, late);
            }
        } catch (InterruptedException closed) {
            // so it ends
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
