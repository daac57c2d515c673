package pbx.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.Calls;

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
                new Command("transfer [ID] NUMBER", this::transfer),
                new Command("dtmf [ID] DIGITS", this::dtmf),
                new Command("quality [ID]", this::quality));
    }

    private void list(Arguments arguments, Output out) {
        arguments.count(0, 0);
        out.show(platform.calls().list(), Columns::of, "no calls");
    }

    private void dial(Arguments arguments, Output out) {
        Optional<String> account = arguments.firstOfTwo();
        var from = AccountChoice.of(platform.accounts(), account).account();
        show(platform.calls().dial(from, arguments.last()), out);
    }

    private void transfer(Arguments arguments, Output out) {
        CallId id = chosen(arguments.firstOfTwo(), CallCommands::any);
        show(platform.calls().transfer(id, arguments.last()), out);
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

    private static boolean any(Call call) {
        return true;
    }
}
