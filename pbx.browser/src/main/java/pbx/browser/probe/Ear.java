package pbx.browser.probe;

import java.util.function.Consumer;
import pbx.webrtc.AudioEngine.PcmSink;

/** Names what a call receives, in windows of 20 ms, and tells each new sound that lasts for two of them. */
final class Ear implements PcmSink {
    private static final int WINDOWS_A_SECOND = 50;

    private final Consumer<String> told;
    private short[] window = new short[0];
    private int filled;
    private String before = "";
    private String last = "";

    Ear(Consumer<String> told) {
        this.told = told;
    }

    @Override
    public synchronized void take(short[] samples, int rate) {
        if (window.length != rate / WINDOWS_A_SECOND) {
            window = new short[rate / WINDOWS_A_SECOND];
            filled = 0;
        }
        for (short sample : samples) {
            window[filled++] = sample;
            if (filled == window.length) {
                filled = 0;
                hear(new Sound(window, rate).name());
            }
        }
    }

    private void hear(String now) {
        if (now.equals(before) && !now.equals(last)) {
            last = now;
            told.accept(now);
        }
        before = now;
    }
}
