package pbx.media.tap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import pbx.api.media.Injection;
import pbx.media.sound.Pcm;
import pbx.media.sound.Sound;

/** A second of a plugin's sound, played to the far end as it is taken. */
final class SoundInjection implements Injection, Sound {
    private final short[] ring = new short[Pcm.RATE];
    private final UnaryOperator<CompletionStage<Void>> replies;
    private final Runnable closed;
    // guarded by this
    private long written;
    private long read;
    private boolean over;
    private CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);

    /** @param replies brings an outcome to the consumer's own queue */
    SoundInjection(UnaryOperator<CompletionStage<Void>> replies, Runnable closed) {
        this.replies = replies;
        this.closed = closed;
    }

    @Override
    public synchronized int offer(short[] samples, int from, int count) {
        int taken = Math.min(count, room());
        for (int i = 0; i < taken; i++) {
            ring[(int) (written++ % ring.length)] = samples[from + i];
        }
        if (taken > 0 && sent.isDone()) {
            sent = new CompletableFuture<>();
        }
        return taken;
    }

    @Override
    public synchronized int room() {
        return over ? 0 : ring.length - (int) (written - read);
    }

    @Override
    public synchronized CompletionStage<Void> sent() {
        return replies.apply(sent);
    }

    /** On the engine's thread; whoever waits is told on the consumer's queue. */
    @Override
    public boolean addTo(short[] frame) {
        CompletableFuture<Void> done = null;
        synchronized (this) {
            if (read == written) {
                return false;
            }
            for (int i = 0; i < frame.length && read < written; i++) {
                Pcm.add(frame, i, ring[(int) (read++ % ring.length)]);
            }
            if (read == written) { // what is offered from now on is not sent with this
                done = sent;
                sent = CompletableFuture.completedFuture(null);
            }
        }
        if (done != null) {
            done.complete(null);
        }
        return true;
    }

    @Override
    public void close() {
        CompletableFuture<Void> open;
        synchronized (this) {
            over = true;
            read = written;
            open = sent;
        }
        closed.run();
        open.complete(null);
    }
}
