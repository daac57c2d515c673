package pbx.console;

import java.util.List;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.connection.ConnectionStatus;
import pbx.api.presence.Presence;

/**
 * What the page shows at one moment. Immutable.
 *
 * @param accounts by name
 * @param calls oldest first
 * @param presences by own account and number
 */
public record Snapshot(List<ConnectionStatus> accounts, List<Call> calls, List<Presence> presences) {
    public Snapshot {
        accounts = List.copyOf(accounts);
        calls = List.copyOf(calls);
        presences = List.copyOf(presences);
    }

    /** The label of an account, or its name while its connection is not known. */
    public String label(AccountId account) {
        return accounts.stream()
                .filter(status -> status.account().equals(account))
                .map(ConnectionStatus::label)
                .findFirst()
                .orElse(account.value());
    }
}
