package pbx.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pbx.bench.Result.Series;

/**
 * Native memory that a connected and closed pair of sessions leaves behind; each way in a JVM of its own whose heap is of a
 * fixed size and touched before.
 */
final class MediaMemory implements Measurement {
    private static final int RUNS = 3;
    private static final int PAIRS = 400;

    @Override
    public String name() {
        return "media.memory";
    }

    @Override
    public List<Result> run() throws Exception {
        double[] ours = new double[RUNS];
        double[] bare = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            ours[run] = left("engine");
            bare[run] = left("bare");
        }
        return List.of(new Result(name(), new Series(ours), "KiB", "bare webrtc-java", new Series(bare)));
    }

    private static double left(String by) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xms64m",
                        "-Xmx64m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PairLoop.class.getName(),
                        by,
                        String.valueOf(PAIRS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            process.waitFor();
            if (line == null) {
                throw new IOException("the loop of pairs ended early");
            }
            return Double.parseDouble(line);
        }
    }
}
