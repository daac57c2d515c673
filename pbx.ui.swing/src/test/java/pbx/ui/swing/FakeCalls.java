package pbx.ui.swing;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.Calls;
import pbx.api.call.Rejection;

/** Notes what it is asked and answers as it is told to. */
final class FakeCalls implements Calls {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private volatile CompletionStage<Call> answer = CompletableFuture.completedFuture(null);
    private volatile Supplier<List<Call>> list = List::of;

    /** The next thing that it was asked. */
    String asked() throws InterruptedException {
        String command = asked.poll(20, TimeUnit.SECONDS);
        return command == null ? "nothing was asked" : command;
    }

    boolean unasked() {
        return asked.isEmpty();
    }

    void answers(CompletionStage<Call> stage) {
        answer = stage;
    }

    void lists(Call... calls) {
        lists(() -> List.of(calls));
    }

    void lists(Supplier<List<Call>> calls) {
        list = calls;
    }

    @Override
    public List<Call> list() {
        return list.get();
    }

    @Override
    public CompletionStage<Call> dial(AccountId from, String number) {
        return note("dial " + from + " " + number);
    }

    @Override
    public CompletionStage<Call> answer(CallId id) {
        return note("answer " + id);
    }

    @Override
    public CompletionStage<Call> reject(CallId id, Rejection why) {
        return note("reject " + id + (why == Rejection.BUSY ? " busy" : ""));
    }

    @Override
    public CompletionStage<Call> hangUp(CallId id) {
        return note("hangUp " + id);
    }

    @Override
    public CompletionStage<Call> hold(CallId id) {
        return note("hold " + id);
    }

    @Override
    public CompletionStage<Call> resume(CallId id) {
        return note("resume " + id);
    }

    @Override
    public CompletionStage<Call> transfer(CallId id, String number) {
        return note("transfer " + id + " " + number);
    }

    @Override
    public CompletionStage<Call> mute(CallId id, boolean muted) {
        return note((muted ? "mute " : "unmute ") + id);
    }

    @Override
    public CompletionStage<Call> press(CallId id, String digits) {
        return note("press " + id + " " + digits);
    }

    @Override
    public CompletionStage<Call> transfer(CallId id, CallId consultation) {
        return note("transfer " + id + " to call " + consultation);
    }

    @Override
    public CompletionStage<Call> park(CallId id, String orbit) {
        return note("park " + id + " " + orbit);
    }

    @Override
    public CompletionStage<Call> retrieve(AccountId by, String orbit) {
        return note("retrieve " + by + " " + orbit);
    }

    @Override
    public CompletionStage<Call> pickUp(AccountId by, String extension) {
        return note("pickUp " + by + " " + extension);
    }

    @Override
    public CompletionStage<Call> redial(AccountId from) {
        return note("redial " + from);
    }

    @Override
    public CompletionStage<Call> merge(CallId one, CallId other, String room) {
        return note("merge " + one + " " + other + " " + room);
    }

    @Override
    public CompletionStage<Call> record(CallId id, boolean on) {
        return note("record " + id + " " + on);
    }

    @Override
    public CompletionStage<Void> agent(AccountId who, String queue, boolean in) {
        return note("agent " + who + " " + queue + " " + in).thenApply(call -> null);
    }

    private CompletionStage<Call> note(String command) {
        asked.add(command);
        return answer;
    }
}
