package pbx.ui.swing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Calls;
import pbx.api.call.Dialable;
import pbx.api.call.Numbers;
import pbx.api.connection.ConnectionStatus;

/**
 * Numbers and links from outside the window. What the policy lets pass is dialled; what the user must be asked about is put
 * before them, and dialled only when they say so.
 */
final class DialRequests {
    private final Services services;
    private final Scene scene;
    private final Function<Dialable, CompletionStage<Boolean>> ask;

    /** @param ask puts it before the user; false: there is no window */
    DialRequests(Services services, Scene scene, Function<Dialable, CompletionStage<Boolean>> ask) {
        this.services = services;
        this.scene = scene;
        this.ask = ask;
    }

    /** One line about what became of it. Fails with INVALID, DENIED, STOPPED, UNKNOWN_ACCOUNT, or as dialling does. */
    CompletionStage<String> dial(String text) {
        try {
            AccountId from = account();
            Dialable number = service(Numbers.class).read(from, text);
            return number.confirm().isPresent()
                    ? ask.apply(number).thenApply(asked -> asked(number, asked))
                    : service(Calls.class).dial(from, number.number()).thenApply(call -> "calling " + number.shown());
        } catch (PbxException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static String asked(Dialable number, boolean asked) {
        if (!asked) {
            throw new PbxException(
                    Reason.DENIED,
                    number.confirm().orElse("") + ", and there is no window to ask in; dial " + number.number()
                            + " without tel:");
        }
        return "the softphone asks whether to call " + number.shown();
    }

    private AccountId account() {
        return scene.desk().accounts().values().stream()
                .filter(status -> status.state().open())
                .findFirst()
                .or(() -> scene.desk().accounts().values().stream().findFirst())
                .map(ConnectionStatus::account)
                .orElseThrow(() -> new PbxException(Reason.UNKNOWN_ACCOUNT, "there is no account to call from"));
    }

    private <S> S service(Class<S> kind) {
        Optional<S> present = services.get(kind);
        return present.orElseThrow(
                () -> new PbxException(Reason.STOPPED, "call control is not running: try again in a moment"));
    }
}
