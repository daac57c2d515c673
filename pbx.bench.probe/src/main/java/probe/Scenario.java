package probe;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be measured: {@code setup CALLS WARMUP PAUSE}, {@code soak CALLS ACCOUNTS}, {@code talk CALLS SECONDS},
 * {@code wire WINDOW}, {@code latency}, {@code isolation ROUNDS TOGGLES JAR}, {@code accounts COUNT} or {@code mixed} with what
 * {@link Mixed} wants.
 */
interface Scenario {
    /** How many accounts it needs. */
    int accounts();

    void run(Probe probe) throws Exception;

    static Scenario of(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "setup" ->
                new Setup(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "talk" -> new Talk(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "mixed" -> new Mixed(List.of(words).subList(1, words.length));
            case "wire" -> new Wire(Integer.parseInt(words[1]));
            case "isolation" ->
                new Isolation(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Path.of(words[3]));
            case "latency" -> new Wire(0);
            case "accounts" -> new Connected(Integer.parseInt(words[1]));
            case "soak" -> new Soak(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            default -> throw new IllegalArgumentException("no scenario: " + text);
        };
    }
}
