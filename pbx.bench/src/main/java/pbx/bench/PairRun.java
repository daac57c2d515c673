package pbx.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@link PairSteps} in a process of its own.
 *
 * @param how its first word
 */
record PairRun(String how) {
    private static final double ALLOWED = 0.01;
    private static final int MOST_SECONDS = 15;

    /**
     * Of one step.
     *
     * @param cpu of each pair, milliseconds a second
     * @param kib of each pair
     * @param kept of that when Java has collected its garbage
     * @param concealed share of the samples
     */
    record Step(int pairs, double cpu, double kib, double kept, double concealed) {
        static Step of(String line) {
            String[] words = line.split(" ", -1);
            return new Step(
                    Integer.parseInt(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]));
        }
    }

    /** The steps until there are so many pairs, or, before that, more than one in a hundred samples is made up or a step takes too long. */
    List<Step> goodUpTo(int pairs) throws Exception {
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
            while (good.isEmpty() || good.get(good.size() - 1).pairs() < pairs) {
                String line = CompletableFuture.supplyAsync(() -> line(out)).get(MOST_SECONDS, TimeUnit.SECONDS);
                Step step = line.isEmpty() ? null : Step.of(line);
                if (step == null || step.concealed() > ALLOWED) {
                    return good; // it gave up by itself, since a connection took too long, or it is too much
                }
                good.add(step);
            }
            return good;
        } catch (TimeoutException full) {
            return good;
        } finally {
            process.destroyForcibly().waitFor(); // before its output is closed: that would wait for who is reading
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
