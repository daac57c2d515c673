package pbx.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import pbx.bench.Result.Series;
import pbx.webrtc.AudioEngine.PcmSource;
import pbx.webrtc.engine.StandaloneEngine;

/**
 * From the callback that gives a click until the far end's callback has it, in the first seconds of a call and when it has settled:
 * what the jitter buffer keeps because the first packets came unevenly it gives away over seconds. Each end has a device of its
 * own, which ticks every 10 ms; how far the two are apart is another chance in each pair, and part of what is measured.
 */
final class MediaLatency implements Measurement {
    /** Pairs at once, half of them ours and half bare, so that a pause of the machine falls on both. */
    private static final int LANES = 8;

    /** Single pairs take 20 to 75 ms, and with 6 the ratio was anything from 1.00 to 1.22. */
    private static final int RUNS = 18;

    private static final List<Integer> AFTER_S = List.of(2, 10);

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
        return 500;
    }

    @Override
    public List<Result> run() throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Callable<Lane>> all = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                boolean oursFirst = i % 2 == 0;
                all.add(() -> lane(oursFirst));
            }
            List<double[]> ours = new ArrayList<>();
            List<double[]> bare = new ArrayList<>();
            for (Future<Lane> lane : lanes.invokeAll(all)) {
                ours.addAll(lane.get().ours());
                bare.addAll(lane.get().bare());
            }
            return List.of(result(name(), ours, bare, 0), result(name() + ".settled", ours, bare, 1));
        } finally {
            lanes.shutdownNow();
        }
    }

    private static Result result(String name, List<double[]> ours, List<double[]> bare, int column) {
        return new Result(name, Series.column(ours, column), "ms", "bare webrtc-java", Series.column(bare, column));
    }

    /** Of each pair what it took at each time. */
    private record Lane(List<double[]> ours, List<double[]> bare) {}

    private static Lane lane(boolean oursFirst) throws Exception {
        Lane lane = new Lane(new ArrayList<>(), new ArrayList<>());
        try (StandaloneEngine here = new StandaloneEngine();
                StandaloneEngine there = new StandaloneEngine()) {
            for (int i = 0; i < 2 * RUNS; i++) {
                if ((i % 2 == 0) == oursFirst) {
                    lane.ours().add(medians(() -> new EnginePair(here.engine(), there.engine())));
                } else {
                    lane.bare().add(medians(BarePair::new));
                }
            }
        }
        return lane;
    }

    private static double[] medians(Pair.Maker maker) throws Exception {
        AtomicBoolean wanted = new AtomicBoolean();
        AtomicLong given = new AtomicLong();
        SynchronousQueue<Long> heard = new SynchronousQueue<>();
        double[] medians = new double[AFTER_S.size()];
        try (Pair pair = maker.make()) {
            long connected = System.nanoTime();
            PcmSource clicks = frame -> {
                if (wanted.compareAndSet(true, false)) {
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
            for (int i = 0; i < medians.length; i++) {
                TimeUnit.NANOSECONDS.sleep(connected + AFTER_S.get(i) * 1_000_000_000L - System.nanoTime());
                medians[i] = median(wanted, given, heard);
            }
        }
        return medians;
    }

    private static double median(AtomicBoolean wanted, AtomicLong given, BlockingQueue<Long> heard) throws Exception {
        double[] took = new double[CLICKS];
        int lost = 0;
        for (int i = 0; i < CLICKS; ) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MS);
            given.set(0);
            wanted.set(true);
            Long at = heard.poll(2, TimeUnit.SECONDS);
            if (at != null) {
                took[i++] = (at - given.get()) / 1e6;
            } else if (++lost == CLICKS) {
                throw new IllegalStateException("nothing is heard of " + CLICKS + " clicks"
                        + (given.get() == 0 ? ": the last was not even fetched" : ""));
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
