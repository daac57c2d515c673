package pbx.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pbx.bench.Result.Series;
import pbx.webrtc.engine.StandaloneEngine;

/** How many calls with sound both ways this machine carries until more than one in a hundred samples had to be made up. */
final class CallDensity implements Measurement {
    private static final int RUNS = 3;
    private static final int STEP = 4;
    private static final double ALLOWED = 0.01;
    private static final int SECONDS = 4;

    @Override
    public String name() {
        return "call.density";
    }

    @Override
    public int seconds() {
        return 330;
    }

    @Override
    public List<Result> run() throws Exception {
        double[] ours = new double[RUNS];
        double[] bare = new double[RUNS];
        try (StandaloneEngine engine = new StandaloneEngine()) {
            for (int run = 0; run < RUNS; run++) {
                ours[run] = most(() -> new EnginePair(engine.engine()));
                bare[run] = most(BarePair::new);
                System.err.printf("%s: %.0f, bare %.0f%n", name(), ours[run], bare[run]);
            }
        }
        return List.of(new Result(name(), new Series(ours), "", "bare webrtc-java", new Series(bare)));
    }

    private static double most(Pair.Maker maker) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        try {
            do {
                for (int i = 0; i < STEP; i++) {
                    Pair pair = maker.make();
                    pairs.add(pair);
                    pair.speak(new Voice(), new Voice());
                }
            } while (concealed(pairs) <= ALLOWED);
            return pairs.size() - STEP;
        } finally {
            for (Pair pair : pairs) {
                pair.close();
            }
        }
    }

    private static double concealed(List<Pair> pairs) throws Exception {
        TimeUnit.SECONDS.sleep(1); // what making them cost is not counted
        Pair.Sound before = sound(pairs);
        TimeUnit.SECONDS.sleep(SECONDS);
        return sound(pairs).concealedSince(before);
    }

    private static Pair.Sound sound(List<Pair> pairs) throws Exception {
        Pair.Sound sum = new Pair.Sound(0, 0);
        for (Pair pair : pairs) {
            sum = sum.plus(pair.sound());
        }
        return sum;
    }
}
