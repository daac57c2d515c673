package pbx.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One thing that can be asked for in words.
 *
 * @param usage its name and its parameters, those in brackets optional
 * @param help one line
 */
record Verb(String usage, String help, Function<Words, CompletableFuture<ObjectNode>> action) {

    String name() {
        return usage.split(" ", 2)[0];
    }

    List<String> parameters() {
        return Arrays.stream(usage.split(" "))
                .skip(1)
                .map(word -> word.replaceAll("[\\[\\]]", ""))
                .toList();
    }
}
