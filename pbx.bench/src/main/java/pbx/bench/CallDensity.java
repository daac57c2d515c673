package pbx.bench;

import java.util.ArrayList;
import java.util.List;
import pbx.bench.Result.Series;

/**
 * How many calls with sound both ways this machine carries, both ends of each here, until more than one in a hundred samples had
 * to be made up or a step takes four times as long as it should; and what one costs when there are few and when there are many.
 * Beside bare webrtc-java with the same sounds, and with two devices for all, which cannot send each call its own.
 */
final class CallDensity implements Measurement {
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "call.density";
    }

    @Override
    public int seconds() {
        return 420;
    }

    @Override
    public List<Result> run() throws Exception {
        List<List<PairRun.Step>> ours = new ArrayList<>();
        List<List<PairRun.Step>> bare = new ArrayList<>();
        List<List<PairRun.Step>> shared = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            ours.add(steps("engine"));
            bare.add(steps("bare"));
            shared.add(steps("shared"));
        }
        List<Result> results = new ArrayList<>();
        results.add(new Result(name(), most(ours), "calls", "bare webrtc-java", most(bare)));
        results.add(new Result(
                name() + ".shared",
                most(ours),
                "calls",
                "bare webrtc-java, two devices, one sound for all",
                most(shared)));
        PairRun.Step few = ours.get(0).get(0);
        List<PairRun.Step> all = ours.get(0);
        for (int pairs = 2 * few.pairs(); pairs <= all.get(all.size() - 1).pairs(); pairs *= 2) {
            PairRun.Step many = all.get(pairs / few.pairs() - 1);
            results.add(growth("cpu", pairs, "ms/s", many.cpu(), few.cpu()));
            results.add(growth("memory", pairs, "KiB", many.kept(), few.kept()));
        }
        return results;
    }

    private static Result growth(String what, int pairs, String unit, double many, double few) {
        return new Result(
                "call.growth." + what + "." + pairs,
                new Series(many),
                unit,
                "of each when there are few",
                new Series(few));
    }

    private static Series most(List<List<PairRun.Step>> runs) {
        return new Series(runs.stream()
                .mapToDouble(steps -> steps.get(steps.size() - 1).pairs())
                .toArray());
    }

    private List<PairRun.Step> steps(String how) throws Exception {
        List<PairRun.Step> good = new PairRun(how).goodUpTo(Integer.MAX_VALUE);
        System.err.printf("%s, %s: %s%n", name(), how, good.isEmpty() ? "none" : good.get(good.size() - 1));
        return good;
    }
}
