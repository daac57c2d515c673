package pbx.simulator.exchange;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;

/**
 * Handles an extension's calls from outside, its desk phone above all. May be used from any thread; an extension must be known.
 * What is asked of a call answers 0, or the SIP code with which it was refused: 481 if the extension has no such call, 491 if the call
 * is not in a state for it, or why the number that it should go to would refuse it.
 */
public final class ThirdPartyControl {
    /** SIP: call does not exist. */
    private static final int NO_SUCH_CALL = 481;

    private final Asking asking;
    private final CallControl control;

    ThirdPartyControl(Asking asking, CallControl control) {
        this.asking = asking;
        this.control = control;
    }

    /** Plugs a desk phone in, or out: while it is in, it rings for every call to the extension. */
    public CompletableFuture<Void> deskPhone(String extension, boolean plugged) {
        return asking.of(extension, account -> {
            account.deskPhone(plugged);
            return null;
        });
    }

    /** Places a call at the desk phone, be it plugged in or not. Gives the call's id. */
    public CompletableFuture<String> dial(String extension, String number) {
        return asking.of(extension, account -> control.dial(account, number));
    }

    /** The ids of the calls for which the desk phone rings. */
    public CompletableFuture<List<String>> ringing(String extension) {
        return asking.of(extension, account -> account.devices().stream()
                .filter(DeskLeg.class::isInstance)
                .filter(device -> device.call()
                        .filter(call -> call.ringing().contains(device))
                        .isPresent())
                .map(Device::callid)
                .toList());
    }

    /** The desk phone takes a call for which it rings. */
    public CompletableFuture<Integer> answer(String extension, String id) {
        return on(extension, id, control::answer);
    }

    public CompletableFuture<Integer> hold(String extension, String id, boolean holding) {
        return on(extension, id, device -> control.hold(device, holding));
    }

    public CompletableFuture<Integer> hangUp(String extension, String id) {
        return on(extension, id, control::hangUp);
    }

    public CompletableFuture<Integer> reject(String extension, String id) {
        return on(extension, id, control::reject);
    }

    /** Sends the far end to a number, such as an orbit. */
    public CompletableFuture<Integer> transfer(String extension, String id, String number) {
        return on(extension, id, device -> control.transfer(device, number));
    }

    /** Joins the far ends of two calls. */
    public CompletableFuture<Integer> join(String extension, String id, String other) {
        return asking.of(extension, account -> control.find(account, id)
                .flatMap(first -> control.find(account, other).map(second -> control.join(first, second)))
                .orElse(NO_SUCH_CALL));
    }

    public CompletableFuture<Integer> record(String extension, String id, boolean on) {
        return on(extension, id, device -> control.record(device, on));
    }

    private CompletableFuture<Integer> on(String extension, String id, ToIntFunction<Device> action) {
        return asking.of(
                extension,
                account -> control.find(account, id).map(action::applyAsInt).orElse(NO_SUCH_CALL));
    }
}
