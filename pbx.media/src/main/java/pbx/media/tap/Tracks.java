package pbx.media.tap;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import pbx.media.sound.Pcm;
import pbx.media.sound.Resampler;
import pbx.media.sound.WavFile;

/**
 * Both sides of a call in step. The engine's frames are the clock, as long as one side has any: its seconds are not quite the
 * machine's. A side from which nothing comes for a while (hold, a break in the network) is filled with silence to where the
 * other stands; where nothing comes from either (the provider is being replaced), the machine's clock says how much is missing.
 */
final class Tracks {
    private static final long STALE_MS = 300;
    private static final long LONGEST_GAP_MS = 600_000;
    private static final int MOST_FRAMES = 500;

    private final Track here;
    private final Track there;

    /** @param lastMs when the last sound came, where there was some already */
    Tracks(long lastMs) {
        here = new Track(lastMs);
        there = new Track(lastMs);
    }

    /** On the engine's threads. */
    void put(boolean fromThere, short[] frame, long nowMs) {
        (fromThere ? there : here).put(frame.clone(), nowMs);
    }

    /** What is ready to be written of this side and the far end, as many samples of each. */
    short[][] take(long nowMs) {
        here.drain();
        there.drain();
        boolean isHere = here.isLive(nowMs);
        boolean isThere = there.isLive(nowMs);
        if (!isHere && !isThere) {
            long gap = nowMs - Math.max(here.lastMs, there.lastMs);
            long due = Math.max(here.position, there.position) + Math.min(gap, LONGEST_GAP_MS) * (WavFile.RATE / 1000);
            here.fillTo(due, nowMs);
            there.fillTo(due, nowMs);
        } else if (!isHere) {
            here.fillTo(there.position, here.lastMs);
        } else if (!isThere) {
            there.fillTo(here.position, there.lastMs);
        }
        int count = Math.min(here.samples.length, there.samples.length);
        return new short[][] {here.take(count), there.take(count)};
    }

    /** One side. What comes from the engine waits for the recorder's thread, which alone does the rest. */
    private static final class Track {
        private final Deque<short[]> frames = new ArrayDeque<>();
        private final Resampler resampler = new Resampler(Pcm.RATE, WavFile.RATE);
        private volatile long lastMs;
        private short[] samples = new short[0];
        /** How many samples there were in all. */
        private long position;

        Track(long lastMs) {
            this.lastMs = lastMs;
        }

        synchronized void put(short[] frame, long nowMs) {
            lastMs = nowMs;
            frames.addLast(frame);
            if (frames.size() > MOST_FRAMES) {
                frames.removeFirst();
            }
        }

        private synchronized short[] poll() {
            return frames.pollFirst();
        }

        boolean isLive(long nowMs) {
            return nowMs - lastMs <= STALE_MS;
        }

        void drain() {
            for (short[] frame = poll(); frame != null; frame = poll()) {
                append(resampler.of(frame));
            }
        }

        void fillTo(long due, long nowMs) {
            lastMs = nowMs;
            if (position < due) {
                append(new short[(int) (due - position)]);
            }
        }

        private void append(short[] more) {
            int from = samples.length;
            samples = Arrays.copyOf(samples, from + more.length);
            System.arraycopy(more, 0, samples, from, more.length);
            position += more.length;
        }

        short[] take(int count) {
            short[] taken = Arrays.copyOf(samples, count);
            samples = Arrays.copyOfRange(samples, count, samples.length);
            return taken;
        }
    }
}
