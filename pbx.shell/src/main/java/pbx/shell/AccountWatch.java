package pbx.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;

/** Follows the accounts' connections, so that {@code await} can be told of them. */
@Component(
        service = {ConnectionListener.class, AccountWatch.class},
        immediate = true)
public final class AccountWatch implements ConnectionListener {
    private final Picture<AccountId, ConnectionStatus> seen = new Picture<>(Integer.MAX_VALUE);

    @Override
    public void connectionChanged(ConnectionChange change) {
        ConnectionStatus after = change.after();
        if (after.state() == ConnectionState.CLOSED) {
            seen.remove(after.account());
        } else {
            seen.put(after.account(), after, (known, told) -> told);
        }
    }

    /**
     * Waits until the account is in {@code wanted}.
     *
     * @param name empty: every account, and there is one
     */
    List<ConnectionStatus> await(Optional<String> name, ConnectionState wanted, Duration atMost) {
        return seen.await(
                all -> Optional.of(meant(all, name))
                        .filter(some -> !some.isEmpty() && some.stream().allMatch(s -> s.state() == wanted)),
                atMost,
                all -> instead(meant(all, name), wanted));
    }

    private static List<ConnectionStatus> meant(List<ConnectionStatus> all, Optional<String> name) {
        return all.stream()
                .filter(s -> name.isEmpty() || AccountChoice.matches(s, name.get()))
                .toList();
    }

    private static String instead(List<ConnectionStatus> accounts, ConnectionState wanted) {
        String states = accounts.stream()
                .map(s -> s.label() + " is " + s.state()
                        + s.problem().map(p -> " (" + p + ")").orElse(""))
                .collect(Collectors.joining(", "));
        return states.isEmpty() ? "there is no such account" : states + ", not " + wanted;
    }
}
