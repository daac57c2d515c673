package pbx.ui.swing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.media.Levels;
import pbx.api.media.Qualities;
import pbx.api.view.CallAction;

/** What a call's card may ask for. Nothing blocks; what goes wrong is said in the status bar. */
final class CallHandler {
    private final Commands commands;
    private final Supplier<Desk> desk;
    private final Offers<CallAction> offers;

    CallHandler(Commands commands, Supplier<Desk> desk, Offers<CallAction> offers) {
        this.offers = offers;
        this.commands = commands;
        this.desk = desk;
    }

    Desk desk() {
        return desk.get();
    }

    /** One that needs no choice. A call that has gone meanwhile is left alone. */
    void act(CallButton action, CallId id) {
        call(id).ifPresent(call -> {
            Optional<Call> other = desk().beside(call);
            commands.call(calls -> action.ask(calls, call, other));
        });
    }

    /** Somebody wants to hear whether the sound works. */
    void testCall() {
        desk().accounts().values().stream()
                .filter(account -> account.state().open())
                .findFirst()
                .ifPresent(account -> commands.dial(
                        Optional.of(account.account()), desk().kept().testCall()));
    }

    void transfer(CallId id, String number) {
        commands.call(calls -> calls.transfer(id, number));
    }

    /** The way to an attended transfer: the call is held by it, and both are connected later. */
    void consult(CallId id, String number) {
        commands.dial(Optional.of(id.account()), number);
    }

    void park(CallId id, String orbit) {
        commands.call(calls -> calls.park(id, orbit));
    }

    void merge(CallId id, String room) {
        call(id).flatMap(desk()::beside).ifPresent(other -> commands.call(calls -> calls.merge(other.id(), id, room)));
    }

    /** What plugins offer for the call as it is. */
    List<Offers.Offer<CallAction>> offers(Call call) {
        return offers.list().stream().filter(offer -> offer.suits(call.state())).toList();
    }

    void act(Offers.Offer<CallAction> offer, CallId id) {
        call(id).ifPresent(call -> commands.offer(offer, action -> action.act(call)));
    }

    /** How loud the call is now, told on the EDT; nothing where nobody knows. */
    void levels(CallId id, Consumer<Levels> heard) {
        commands.peek(Qualities.class, qualities -> qualities.levels(id), heard);
    }

    private Optional<Call> call(CallId id) {
        return Optional.ofNullable(desk().calls().get(id));
    }
}
