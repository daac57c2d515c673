package pbx.simulator.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Brings a question of any thread to the loop. */
record Asking(Tenant tenant, Loop loop) {
    /** @param extension must be known */
    <T> CompletableFuture<T> of(String extension, Function<Account, T> question) {
        return now(() -> question.apply(tenant.account(extension).orElseThrow()));
    }

    <T> CompletableFuture<T> now(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, loop);
    }
}
