package pbx.itest;

/** When frames come: how often, and with what gaps. */
final class SwapPace {
    private long began;
    private long last;
    private long longest;
    private int frames;

    synchronized void begin() {
        began = 0;
        last = 0;
        longest = 0;
        frames = 0;
    }

    synchronized void frame() {
        long now = System.nanoTime();
        began = began == 0 ? now : began;
        longest = last == 0 ? 0 : Math.max(longest, now - last);
        last = now;
        frames++;
    }

    /** Between two frames, in ms. */
    synchronized double longestGap() {
        return longest / 1e6;
    }

    /** Frames a second. */
    synchronized double rate() {
        return last == began ? 0 : (frames - 1) * 1e9 / (last - began);
    }
}
