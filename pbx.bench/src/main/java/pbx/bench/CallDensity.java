package pbx.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pbx.bench.Result.Series;

/**
 * How many calls with sound both ways this machine carries, both ends of each here, until more than one in a hundred samples had
 * to be made up or a step takes four times as long as it should; and what one costs when there are few and when there are many.
 * Beside bare webrtc-java with the same sounds, and with two devices for all, which cannot send each call its own.
 */
final class CallDensity implements Measurement {
    private static final int RUNS = 3;
    private static final double ALLOWED = 0.01;
    private static final int MOST_SECONDS = 15;

    /** Of one step. */
    private record Step(int pairs, double cpu, double kib, double concealed) {
        static Step of(String line) {
            String[] words = line.split(" ", -1);
            return new Step(
                    Integer.parseInt(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
        }
    }

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
        List<List<Step>> ours = new ArrayList<>();
        List<List<Step>> bare = new ArrayList<>();
        List<List<Step>> shared = new ArrayList<>();
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
        Step few = ours.get(0).get(0);
        List<Step> all = ours.get(0);
        for (int pairs = 2 * few.pairs(); pairs <= all.get(all.size() - 1).pairs(); pairs *= 2) {
            Step many = all.get(pairs / few.pairs() - 1);
            results.add(growth("cpu", pairs, "ms/s", many.cpu(), few.cpu()));
            results.add(growth("memory", pairs, "KiB", many.kib(), few.kib()));
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

    private static Series most(List<List<Step>> runs) {
        return new Series(runs.stream()
                .mapToDouble(steps -> steps.get(steps.size() - 1).pairs())
                .toArray());
    }

    /** Those that were good. */
    private List<Step> steps(String how) throws IOException, InterruptedException, ExecutionException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PairSteps.class.getName(),
                        how)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Step> good = new ArrayList<>();
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            while (true) {
                String line = CompletableFuture.supplyAsync(() -> line(out)).get(MOST_SECONDS, TimeUnit.SECONDS);
                Step step = line.isEmpty() ? null : Step.of(line);
                if (step == null || step.concealed() > ALLOWED) {
                    return good; // it gave up by itself, since a connection took too long, or it is too much
                }
                good.add(step);
            }
        } catch (TimeoutException full) {
            return good;
        } finally {
            process.destroyForcibly().waitFor(); // before its output is closed: that would wait for who is reading
            System.err.printf("%s, %s: %s%n", name(), how, good.isEmpty() ? "none" : good.get(good.size() - 1));
        }
    }

    private static String line(BufferedReader out) {
        try {
            String line = out.readLine();
            return line == null ? "" : line;
        } catch (IOException ended) {
            return "";
        }
    }
}
