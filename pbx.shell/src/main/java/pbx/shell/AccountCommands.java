package pbx.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.presence.Presence;

/** The own accounts, and the presence that they see and show. */
final class AccountCommands {
    private final Platform platform;

    AccountCommands(Platform platform) {
        this.platform = platform;
    }

    List<Command> all() {
        return List.of(
                new Command("accounts", this::accounts),
                new Command("presence [EXT]", this::presence),
                new Command("dnd [ACCOUNT] on|off", this::dnd));
    }

    private void accounts(Arguments arguments, Output out) {
        arguments.count(0, 0);
        out.show(platform.accounts(), Columns::of, "no account is configured");
    }

    private void presence(Arguments arguments, Output out) {
        Optional<String> number = arguments.only();
        List<Presence> shown = platform.presences().list().stream()
                .filter(p -> number.isEmpty() || p.number().equals(number.get()))
                .toList();
        if (number.isPresent() && shown.isEmpty()) {
            throw new PbxException(Reason.INVALID, "nothing is known of " + number.get());
        }
        out.show(shown, Columns::of, "nothing is known yet");
    }

    private void dnd(Arguments arguments, Output out) {
        Optional<String> name = arguments.firstOfTwo();
        boolean on =
                switch (arguments.last().toLowerCase(Locale.ROOT)) {
                    case "on" -> true;
                    case "off" -> false;
                    default -> throw arguments.unfit();
                };
        AccountId account = AccountChoice.of(platform.accounts(), name).account();
        out.show(Stages.result(platform.presences().dnd(account, on)), Columns::of);
    }
}
