package pbx.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import pbx.bench.Result.Series;
import pbx.webrtc.AudioEngine.PcmSource;
import pbx.webrtc.engine.StandaloneEngine;

/**
 * From the callback that gives a click until the far end's callback has it. Each end has a device of its own, which ticks every
 * 10 ms; how far the two are apart is another chance in each run, and part of what is measured.
 */
final class MediaLatency implements Measurement {
    private static final int RUNS = 25;
    private static final int CLICKS = 10;
    private static final long BETWEEN_MS = 100;
    private static final int LOUD = 20_000;
    private static final int HEARD = 4_000;

    @Override
    public String name() {
        return "media.latency";
    }

    @Override
    public int seconds() {
        return 170;
    }

    @Override
    public List<Result> run() throws Exception {
        double[] ours = new double[RUNS];
        double[] bare = new double[RUNS];
        try (StandaloneEngine here = new StandaloneEngine();
                StandaloneEngine there = new StandaloneEngine()) {
            for (int run = 0; run < RUNS; run++) {
                ours[run] = median(() -> new EnginePair(here.engine(), there.engine()));
                bare[run] = median(BarePair::new);
            }
        }
        return List.of(new Result(name(), new Series(ours), "ms", "bare webrtc-java", new Series(bare)));
    }

    private static double median(Pair.Maker maker) throws Exception {
        AtomicLong wanted = new AtomicLong();
        AtomicLong given = new AtomicLong();
        SynchronousQueue<Long> heard = new SynchronousQueue<>();
        double[] took = new double[CLICKS];
        try (Pair pair = maker.make()) {
            PcmSource clicks = frame -> {
                if (wanted.compareAndSet(1, 0)) {
                    given.set(System.nanoTime());
                    click(frame);
                }
            };
            pair.speak(clicks, silent -> {});
            pair.hear((samples, rate) -> {
                if (given.get() != 0 && loud(samples)) {
                    boolean unused = heard.offer(System.nanoTime());
                }
            });
            TimeUnit.SECONDS.sleep(2); // the jitter buffer settles
            for (int i = 0; i < CLICKS; i++) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MS);
                given.set(0);
                wanted.set(1);
                Long at = heard.poll(2, TimeUnit.SECONDS);
                if (at == null) {
                    throw new IllegalStateException("a click was never heard");
                }
                took[i] = (at - given.get()) / 1e6;
            }
        }
        Arrays.sort(took);
        return took[CLICKS / 2];
    }

    private static void click(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (LOUD * Math.sin(2 * Math.PI * 1_000 * i / 48_000));
        }
    }

    private static boolean loud(short[] samples) {
        for (short sample : samples) {
            if (Math.abs(sample) > HEARD) {
                return true;
            }
        }
        return false;
    }
}
