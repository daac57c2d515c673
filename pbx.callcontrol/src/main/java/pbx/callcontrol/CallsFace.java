package pbx.callcontrol;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.AccountId;
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
        this(control, new Replies(context.getUsingBundle(), control.border, Use.CONTROL));
    }

    CallsFace(CallControl control, Replies replies) {
        this.control = control;
        this.commands = control.commands();
        this.replies = replies;
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
        return replies.ask(() -> commands.dialling.dial(from, number));
    }

    @Override
    public CompletionStage<Call> redial(AccountId from) {
        return replies.ask(() -> commands.dialling.redial(from));
    }

    @Override
    public CompletionStage<Call> retrieve(AccountId by, String orbit) {
        return replies.ask(() -> commands.dialling.retrieve(by, orbit));
    }

    @Override
    public CompletionStage<Call> pickUp(AccountId by, String extension) {
        return replies.ask(() -> commands.dialling.pickUp(by, extension));
    }

    @Override
    public CompletionStage<Call> answer(CallId id) {
        return replies.ask(() -> commands.answering.answer(id));
    }

    @Override
    public CompletionStage<Call> reject(CallId id, Rejection why) {
        return replies.ask(() -> commands.answering.reject(id, why));
    }

    @Override
    public CompletionStage<Call> hangUp(CallId id) {
        return replies.ask(() -> commands.hangingUp.hangUp(id));
    }

    @Override
    public CompletionStage<Call> hold(CallId id) {
        return replies.ask(() -> commands.holding.hold(id));
    }

    @Override
    public CompletionStage<Call> resume(CallId id) {
        return replies.ask(() -> commands.holding.resume(id));
    }

    @Override
    public CompletionStage<Call> transfer(CallId id, String number) {
        return replies.ask(() -> commands.transfers.transfer(id, number));
    }

    @Override
    public CompletionStage<Call> transfer(CallId id, CallId consultation) {
        return replies.ask(() -> commands.transfers.transfer(id, consultation));
    }

    @Override
    public CompletionStage<Call> park(CallId id, String orbit) {
        return replies.ask(() -> commands.transfers.park(id, orbit));
    }

    @Override
    public CompletionStage<Call> merge(CallId one, CallId other, String room) {
        return replies.ask(() -> commands.transfers.merge(one, other, room));
    }

    @Override
    public CompletionStage<Call> mute(CallId id, boolean muted) {
        return replies.ask(() -> commands.inCall.mute(id, muted));
    }

    @Override
    public CompletionStage<Call> press(CallId id, String digits) {
        return replies.ask(() -> commands.inCall.press(id, digits));
    }

    @Override
    public CompletionStage<Call> record(CallId id, boolean on) {
        return replies.ask(() -> commands.inCall.record(id, on));
    }

    @Override
    public CompletionStage<Void> agent(AccountId who, String queue, boolean in) {
        return replies.ask(() -> commands.agents.agent(who, queue, in));
    }
}
