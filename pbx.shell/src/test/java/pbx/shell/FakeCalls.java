package pbx.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.Rejection;

/** Writes down what it is asked, and answers with {@link #answer}. */
final class FakeCalls implements Calls {
    final List<String> asked = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    CompletionStage<Call> answer = CompletableFuture.completedFuture(Fakes.call("c1", CallState.DIALING));

    void refuse(PbxException.Reason reason, String message) {
        answer = CompletableFuture.failedStage(new PbxException(reason, message));
    }

    private CompletionStage<Call> ask(String what) {
        asked.add(what);
        return answer;
    }

    @Override
    public List<Call> list() {
        return List.copyOf(calls);
    }

    @Override
    public CompletionStage<Call> dial(AccountId from, String number) {
        return ask("dial " + from + " " + number);
    }

    @Override
    public CompletionStage<Call> answer(CallId id) {
        return ask("answer " + id);
    }

    @Override
    public CompletionStage<Call> reject(CallId id, Rejection why) {
        return ask("reject " + id + (why == Rejection.BUSY ? " busy" : ""));
    }

    @Override
    public CompletionStage<Call> hangUp(CallId id) {
        return ask("hangUp " + id);
    }

    @Override
    public CompletionStage<Call> hold(CallId id) {
        return ask("hold " + id);
    }

    @Override
    public CompletionStage<Call> resume(CallId id) {
        return ask("resume " + id);
    }

    @Override
    public CompletionStage<Call> transfer(CallId id, String number) {
        return ask("transfer " + id + " " + number);
    }

    @Override
    public CompletionStage<Call> mute(CallId id, boolean muted) {
        return ask("mute " + id + " " + muted);
    }

    @Override
    public CompletionStage<Call> press(CallId id, String digits) {
        return ask("press " + id + " " + digits);
    }

    @Override
    public CompletionStage<Call> transfer(CallId id, CallId consultation) {
        return ask("transfer " + id + " to call " + consultation);
    }

    @Override
    public CompletionStage<Call> park(CallId id, String orbit) {
        return ask("park " + id + " " + orbit);
    }

    @Override
    public CompletionStage<Call> retrieve(AccountId by, String orbit) {
        return ask("retrieve " + by + " " + orbit);
    }

    @Override
    public CompletionStage<Call> pickUp(AccountId by, String extension) {
        return ask("pickUp " + by + " " + extension);
    }

    @Override
    public CompletionStage<Call> redial(AccountId from) {
        return ask("redial " + from);
    }

    @Override
    public CompletionStage<Call> merge(CallId one, CallId other, String room) {
        return ask("merge " + one + " " + other + " " + room);
    }

    @Override
    public CompletionStage<Call> record(CallId id, boolean on) {
        return ask("record " + id + " " + on);
    }

    @Override
    public CompletionStage<Void> agent(AccountId who, String queue, boolean in) {
        return ask("agent " + who + " " + queue + " " + in).thenApply(call -> null);
    }
}
