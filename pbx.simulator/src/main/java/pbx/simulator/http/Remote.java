package pbx.simulator.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Control over HTTP.
 *
 * @param token what a client has to show
 * @param run takes a verb and a body, gives JSON; its future fails with IllegalArgumentException saying what is wrong
 */
public record Remote(String token, BiFunction<String, String, CompletableFuture<String>> run) {
    /** Never shows the token. */
    @Override
    public String toString() {
        return "Remote";
    }
}
