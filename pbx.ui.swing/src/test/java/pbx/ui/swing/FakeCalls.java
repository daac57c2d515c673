package pbx.ui.swing;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.Calls;

/** Notes what it is asked and answers as it is told to. */
final class FakeCalls implements Calls {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private volatile CompletionStage<Call> answer = CompletableFuture.completedFuture(null);
    private volatile List<Call> list = List.of();

    /** The next thing that it was asked. */
    String asked() throws InterruptedException {
        String command = asked.poll(5, TimeUnit.SECONDS);
        return command == null ? "nothing was asked" : command;
    }

    boolean unasked() {
        return asked.isEmpty();
    }

    void answers(CompletionStage<Call> stage) {
        answer = stage;
    }

    void lists(Call... calls) {
        list = List.of(calls);
    }

    @Override
    public List<Call> list() {
        return list;
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
    public CompletionStage<Call> reject(CallId id) {
        return note("reject " + id);
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

    private CompletionStage<Call> note(String command) {
        asked.add(command);
        return answer;
    }
}
