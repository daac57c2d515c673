package pbx.media;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;

/**
 * Between the devices' clocks and the engine's: a few frames wait in each direction, the oldest go when there are too many.
 * Nothing here blocks.
 */
final class CallAudio implements PcmSource, PcmSink {
    private static final int MOST_FRAMES = 6;
    private static final int RATE = 48_000;
    private static final short[] SILENCE = new short[0];

    private final BlockingQueue<short[]> said = new ArrayBlockingQueue<>(MOST_FRAMES);
    private final BlockingQueue<short[]> heard = new ArrayBlockingQueue<>(MOST_FRAMES);
    private volatile boolean muted;
    private volatile boolean paused;

    void muted(boolean on) {
        muted = on;
    }

    void paused(boolean on) {
        paused = on;
    }

    /** From the microphone. */
    void said(short[] frame) {
        put(said, frame);
    }

    /** For the speaker; empty when there is nothing. */
    short[] heard() {
        short[] frame = heard.poll();
        return frame == null || paused ? SILENCE : frame;
    }

    @Override
    public void fill(short[] frame) {
        short[] next = said.poll();
        if (next != null && !muted && !paused) {
            System.arraycopy(next, 0, frame, 0, Math.min(next.length, frame.length));
        }
    }

    @Override
    public void take(short[] samples, int rate) {
        if (!paused) {
            put(heard, Pcm.resampled(samples, rate, RATE));
        }
    }

    private static void put(BlockingQueue<short[]> queue, short[] frame) {
        while (!queue.offer(frame)) {
            queue.poll();
        }
    }
}
