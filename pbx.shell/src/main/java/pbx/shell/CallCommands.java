package pbx.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.Rejection;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** What is done with calls. Each command waits until it is confirmed, then shows the call. */
final class CallCommands {
    private final Platform platform;
    private final CallWatch watch;

    CallCommands(Platform platform, CallWatch watch) {
        this.platform = platform;
        this.watch = watch;
    }

    List<Command> all() {
        return List.of(
                new Command("calls", this::list),
                new Command("dial [ACCOUNT] NUMBER", this::dial),
                plain("answer", Call::offered, Calls::answer),
                plain("reject", Call::offered, Calls::reject),
                plain("hangup", CallCommands::any, Calls::hangUp),
                plain("hold", CallCommands::any, Calls::hold),
                plain("resume", Call::heldHere, Calls::resume),
                plain("mute", CallCommands::any, (calls, id) -> calls.mute(id, true)),
                plain("unmute", Call::muted, (calls, id) -> calls.mute(id, false)),
                plain("busy", Call::offered, (calls, id) -> calls.reject(id, Rejection.BUSY)),
                new Command("redial [ACCOUNT]", this::redial),
                new Command("pickup [ACCOUNT] EXT", (arguments, out) -> taken(arguments, out, Calls::pickUp)),
                new Command("retrieve [ACCOUNT] ORBIT", (arguments, out) -> taken(arguments, out, Calls::retrieve)),
                new Command("transfer [ID] NUMBER|ID2", this::transfer),
                new Command("park [ID] [ORBIT]", this::park),
                new Command("merge ID ID2 ROOM", this::merge),
                new Command("record [ID] on|off", this::record),
                new Command("dtmf [ID] DIGITS", this::dtmf),
                new Command("quality [ID]", this::quality));
    }

    private void list(Arguments arguments, Output out) {
        arguments.count(0, 0);
        out.show(platform.calls().list(), Columns::of, "no calls");
    }

    private void dial(Arguments arguments, Output out) {
        var from = account(arguments.firstOfTwo());
        show(platform.calls().dial(from, arguments.last()), out);
    }

    private void redial(Arguments arguments, Output out) {
        show(platform.calls().redial(account(arguments.only())), out);
    }

    private void taken(Arguments arguments, Output out, Taking taking) {
        var by = account(arguments.firstOfTwo());
        show(taking.take(platform.calls(), by, arguments.last()), out);
    }

    /** To a number without asking first, or to the party of another call. */
    private void transfer(Arguments arguments, Output out) {
        CallId id = chosen(arguments.firstOfTwo(), CallCommands::talked);
        Optional<CallId> consultation = CallChoice.meant(platform.calls().list(), arguments.last());
        show(
                consultation.isPresent()
                        ? platform.calls().transfer(id, consultation.get())
                        : platform.calls().transfer(id, arguments.last()),
                out);
    }

    /** On the orbit that is named, else on the first that is free. A word that is no call's id is an orbit. */
    private void park(Arguments arguments, Output out) {
        arguments.count(0, 2);
        List<Call> calls = platform.calls().list();
        List<String> words = arguments.words();
        Optional<String> first = words.stream().findFirst();
        boolean named = words.size() == 2
                || first.filter(word -> CallChoice.meant(calls, word).isPresent())
                        .isPresent();
        CallId id = CallChoice.of(calls, named ? first : Optional.empty(), CallCommands::talked);
        Optional<String> orbit = words.stream().skip(named ? 1 : 0).findFirst();
        show(platform.calls().park(id, orbit.orElseGet(() -> freeOrbit(id.account()))), out);
    }

    private String freeOrbit(AccountId account) {
        return platform.presences().list().stream()
                .filter(known -> known.kind() == Presence.Kind.ORBIT && known.state() == PresenceState.IDLE)
                .filter(orbit -> orbit.seenBy().equals(account))
                .map(Presence::number)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new PbxException(Reason.INVALID, "no park orbit is known to be free; name one"));
    }

    private void merge(Arguments arguments, Output out) {
        arguments.count(3, 3);
        CallId one = chosen(Optional.of(arguments.words().get(0)), CallCommands::any);
        CallId other = chosen(Optional.of(arguments.words().get(1)), CallCommands::any);
        show(platform.calls().merge(one, other, arguments.last()), out);
    }

    private void record(Arguments arguments, Output out) {
        CallId id = chosen(arguments.firstOfTwo(), CallCommands::talked);
        show(platform.calls().record(id, arguments.lastIsOn()), out);
    }

    private void dtmf(Arguments arguments, Output out) {
        CallId id = chosen(arguments.firstOfTwo(), CallCommands::any);
        show(platform.calls().press(id, arguments.last()), out);
    }

    private void quality(Arguments arguments, Output out) {
        CallId id = chosen(arguments.only(), CallCommands::any);
        out.show(Stages.result(platform.media().quality(id)), Columns::of);
    }

    private Command plain(
            String name, Predicate<Call> fits, BiFunction<Calls, CallId, CompletionStage<Call>> operation) {
        return new Command(name + " [ID]", (arguments, out) -> {
            CallId id = chosen(arguments.only(), fits);
            show(operation.apply(platform.calls(), id), out);
        });
    }

    private CallId chosen(Optional<String> name, Predicate<Call> fits) {
        return CallChoice.of(platform.calls().list(), name, fits);
    }

    private void show(CompletionStage<Call> stage, Output out) {
        Call call = Stages.result(stage);
        watch.saw(call);
        out.show(call, Columns::of);
    }

    private AccountId account(Optional<String> name) {
        return AccountChoice.of(platform.accounts(), name).account();
    }

    private static boolean any(Call call) {
        return true;
    }

    private static boolean talked(Call call) {
        return call.state() == CallState.ACTIVE && !call.heldHere();
    }

    /** A new call that takes another's place. */
    private interface Taking {
        CompletionStage<Call> take(Calls calls, AccountId by, String number);
    }
}
