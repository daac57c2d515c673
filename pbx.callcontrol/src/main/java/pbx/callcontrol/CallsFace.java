package pbx.callcontrol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.Calls;
import pbx.api.call.Rejection;
import pbx.api.plugin.Use;
import pbx.listeners.Replies;

/** The calls as one consumer bundle sees them: its stages complete on its own queue. */
@Component(scope = ServiceScope.BUNDLE)
public final class CallsFace implements Calls {
    private final CallControl control;
    private final Commands commands;
    private final Replies replies;

    @Activate
    public CallsFace(@Reference CallControl control, ComponentContext context) {
        this.control = control;
        this.commands = control.commands();
        this.replies = new Replies(context.getUsingBundle(), control.border, Use.CONTROL);
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public List<Call> list() {
        replies.check();
        return control.board().list();
    }

    @Override
    public CompletionStage<Call> dial(AccountId from, String number) {
        return reply(() -> commands.dial(from, number));
    }

    @Override
    public CompletionStage<Call> answer(CallId id) {
        return reply(() -> commands.answer(id));
    }

    @Override
    public CompletionStage<Call> reject(CallId id, Rejection why) {
        return reply(() -> commands.reject(id));
    }

    @Override
    public CompletionStage<Call> hangUp(CallId id) {
        return reply(() -> commands.hangUp(id));
    }

    @Override
    public CompletionStage<Call> hold(CallId id) {
        return reply(() -> commands.hold(id));
    }

    @Override
    public CompletionStage<Call> resume(CallId id) {
        return reply(() -> commands.resume(id));
    }

    @Override
    public CompletionStage<Call> transfer(CallId id, String number) {
        return reply(() -> commands.transfer(id, number));
    }

    @Override
    public CompletionStage<Call> mute(CallId id, boolean muted) {
        return reply(() -> commands.mute(id, muted));
    }

    @Override
    public CompletionStage<Call> press(CallId id, String digits) {
        return reply(() -> commands.press(id, digits));
    }

    @Override
    public CompletionStage<Call> transfer(CallId id, CallId consultation) {
        return notYet();
    }

    @Override
    public CompletionStage<Call> park(CallId id, String orbit) {
        return notYet();
    }

    @Override
    public CompletionStage<Call> retrieve(AccountId by, String orbit) {
        return notYet();
    }

    @Override
    public CompletionStage<Call> pickUp(AccountId by, String extension) {
        return notYet();
    }

    @Override
    public CompletionStage<Call> redial(AccountId from) {
        return notYet();
    }

    @Override
    public CompletionStage<Call> merge(CallId one, CallId other, String room) {
        return notYet();
    }

    @Override
    public CompletionStage<Call> record(CallId id, boolean on) {
        return notYet();
    }

    @Override
    public CompletionStage<Void> agent(AccountId who, String queue, boolean in) {
        return notYet();
    }

    private static <T> CompletionStage<T> notYet() {
        return CompletableFuture.failedStage(new PbxException(PbxException.Reason.UNSUPPORTED, "not built yet"));
    }

    private CompletionStage<Call> reply(Supplier<CompletableFuture<Call>> command) {
        return replies.ask(command);
    }
}
