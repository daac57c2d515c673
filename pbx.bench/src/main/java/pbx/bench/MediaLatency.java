package pbx.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    /** Pairs at once: the more pairs, the less do medians depend on chance; each takes 2 % of a core. */
    private static final int LANES = 4;

    /** One that falls to the jitter buffer, when it makes sound shorter, is given again. */
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
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<double[]> both = new ArrayList<>();
            List<Callable<List<double[]>>> all = Collections.nCopies(LANES, MediaLatency::lane);
            for (Future<List<double[]>> lane : lanes.invokeAll(all)) {
                both.addAll(lane.get());
            }
            return List.of(new Result(name(), column(both, 0), "ms", "bare webrtc-java", column(both, 1)));
        } finally {
            lanes.shutdownNow();
        }
    }

    /** Pairs one after the other, ours and bare by turns. */
    private static List<double[]> lane() throws Exception {
        List<double[]> both = new ArrayList<>();
        try (StandaloneEngine here = new StandaloneEngine();
                StandaloneEngine there = new StandaloneEngine()) {
            for (int run = 0; run < RUNS; run++) {
                both.add(
                        new double[] {median(() -> new EnginePair(here.engine(), there.engine())), median(BarePair::new)
                        });
            }
        }
        return both;
    }

    private static Series column(List<double[]> rows, int column) {
        return new Series(rows.stream().mapToDouble(row -> row[column]).toArray());
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
            int lost = 0;
            for (int i = 0; i < CLICKS; ) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MS);
                given.set(0);
                wanted.set(1);
                Long at = heard.poll(2, TimeUnit.SECONDS);
                if (at != null) {
                    took[i++] = (at - given.get()) / 1e6;
                } else if (++lost == CLICKS) {
                    throw new IllegalStateException("nothing is heard of " + CLICKS + " clicks");
                }
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
