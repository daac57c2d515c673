package pbx.shell;

import java.util.List;
import java.util.Optional;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionStatus;
import pbx.api.history.HistoryEntry;
import pbx.api.presence.Presence;

/** The own accounts, the presence that they see and show, and their past calls. */
final class AccountCommands {
    private final Platform platform;

    AccountCommands(Platform platform) {
        this.platform = platform;
    }

    List<Command> all() {
        return List.of(
                new Command("accounts", this::accounts),
                new Command("presence [EXT]", this::presence),
                new Command("history [NUMBER]", this::history),
                new Command("dnd [ACCOUNT] on|off", this::dnd),
                new Command("agent ACCOUNT QUEUE on|off", this::agent));
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

    private void history(Arguments arguments, Output out) {
        Optional<String> number = arguments.only();
        List<HistoryEntry> shown = platform.history().list().stream()
                .filter(entry -> number.filter(
                                wanted -> !wanted.equals(entry.remote().number()))
                        .isEmpty())
                .toList();
        out.show(shown, Columns::of, "no calls yet");
    }

    private void dnd(Arguments arguments, Output out) {
        Optional<String> name = arguments.firstOfTwo();
        boolean on = arguments.lastIsOn();
        AccountId account = AccountChoice.of(platform.accounts(), name).account();
        out.show(Stages.result(platform.presences().dnd(account, on)), Columns::of);
    }

    private void agent(Arguments arguments, Output out) {
        arguments.count(3, 3);
        ConnectionStatus who = AccountChoice.of(
                platform.accounts(), Optional.of(arguments.words().get(0)));
        Stages.result(platform.calls().agent(who.account(), arguments.words().get(1), arguments.lastIsOn()));
        out.show(who, Columns::of);
    }
}
