package pbx.shell;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;
import pbx.api.call.Ending;

/** Remembers the last calls, those that ended too, so that {@code await} can be told of them. */
@Component(
        service = {CallListener.class, CallWatch.class},
        immediate = true)
public final class CallWatch implements CallListener {
    final Picture<CallId, Call> seen = new Picture<>(100);

    @Override
    public void callChanged(CallChange change) {
        saw(change.after());
    }

    /**
     * A command's own result may come before the listener's news of the same call, or after later news: a call never goes
     * back, so the further state is the later one.
     */
    void saw(Call call) {
        seen.put(call.id(), call, (known, told) -> told.state().compareTo(known.state()) < 0 ? known : told);
    }

    /**
     * Waits until the call that began last is in {@code wanted}. Fails at once when it can no longer get there; but a call that
     * rings is one that comes, so one that is over does not keep from waiting for it.
     */
    Call await(CallState wanted, Duration atMost) {
        return seen.await(
                calls -> hopeful(calls, wanted).filter(call -> reached(call, wanted)), atMost, calls -> newest(calls)
                        .map(call -> "the call is " + call.state() + ", not " + wanted)
                        .orElse("there was no call"));
    }

    private static Optional<Call> hopeful(List<Call> calls, CallState wanted) {
        return newest(calls)
                .filter(call -> wanted != CallState.RINGING || !call.state().over());
    }

    private static boolean reached(Call call, CallState wanted) {
        if (call.state() == wanted || call.state().compareTo(wanted) < 0) {
            return call.state() == wanted;
        }
        throw new PbxException(
                Reason.WRONG_STATE,
                call.ending()
                        .map(Ending::text)
                        .map(text -> "the call ended: " + text)
                        .orElse("the call is past " + wanted + ": it is " + call.state()));
    }

    /** Of those that began at the same moment, the one that was told last. */
    private static Optional<Call> newest(List<Call> calls) {
        return calls.stream().reduce((a, b) -> Comparator.comparing(Call::began).compare(a, b) > 0 ? a : b);
    }
}
