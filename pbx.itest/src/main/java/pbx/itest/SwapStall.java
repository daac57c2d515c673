package pbx.itest;

import java.util.concurrent.locks.LockSupport;
import pbx.webrtc.AudioEngine;

/** Holds the sound up once, for so long. */
final class SwapStall implements AudioEngine.PcmSource {
    private final AudioEngine.PcmSource source;
    private long ms;

    SwapStall(AudioEngine.PcmSource source, long ms) {
        this.source = source;
        this.ms = ms;
    }

    @Override
    public void fill(short[] frame) {
        long until = System.nanoTime() + ms * 1_000_000;
        ms = 0;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        source.fill(frame);
    }
}
