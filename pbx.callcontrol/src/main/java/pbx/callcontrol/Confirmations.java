package pbx.callcontrol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Ending;
import pbx.listeners.Writer;

/** The commands that wait for the PBX. Confined to the writer thread. */
final class Confirmations {
    private final Writer writer;
    private final List<Awaited> open = new ArrayList<>();

    private record Awaited(CallId call, Predicate<Call> fulfilled, CompletableFuture<Call> stage) {}

    Confirmations(Writer writer) {
        this.writer = writer;
    }

    /** Completes {@code stage} as soon as the call is as wanted; fails it if the call ends otherwise, or after {@code limit}. */
    void await(Leg leg, Predicate<Call> fulfilled, Duration limit, String what, CompletableFuture<Call> stage) {
        open.add(new Awaited(leg.id, fulfilled, stage));
        check(leg.snapshot());
        if (!stage.isDone()) {
            Writer.Timer timer = writer.after(
                    limit,
                    () -> stage.completeExceptionally(new PbxException(
                            Reason.TIMED_OUT, "the PBX did not confirm within " + limit.toSeconds() + " s: " + what)));
            stage.whenComplete((call, failure) -> timer.close());
        }
    }

    void check(Call call) {
        for (Awaited one : List.copyOf(open)) {
            if (!one.call().equals(call.id()) || one.stage().isDone()) {
                continue;
            }
            if (one.fulfilled().test(call)) {
                one.stage().complete(call);
            } else if (call.state() == CallState.ENDED) {
                one.stage()
                        .completeExceptionally(new PbxException(
                                Reason.UNKNOWN_CALL,
                                "the call has ended: "
                                        + call.ending().map(Ending::text).orElse("")));
            }
        }
        open.removeIf(one -> one.stage().isDone());
    }
}
