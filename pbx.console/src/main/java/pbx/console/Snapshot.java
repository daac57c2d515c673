package pbx.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Wire;
import pbx.api.history.HistoryEntry;
import pbx.api.media.Quality;
import pbx.api.presence.Presence;
import pbx.api.status.Finding;

/**
 * What the pages show at one moment. Immutable.
 *
 * @param accounts by name
 * @param calls oldest first
 * @param presences by own account and number
 * @param readings of the calls' audio, oldest first; of the last minutes
 * @param history newest first
 * @param plugins by file
 * @param wire the last messages, masked, oldest first
 * @param latencies of the accounts whose PBX answers
 * @param health the worst first; empty: the checks are not there
 */
public record Snapshot(
        List<ConnectionStatus> accounts,
        List<Call> calls,
        List<Presence> presences,
        Map<CallId, List<Quality>> readings,
        List<HistoryEntry> history,
        List<PluginView> plugins,
        List<Wire.Line> wire,
        Map<AccountId, Duration> latencies,
        List<Finding> health) {
    public Snapshot {
        accounts = List.copyOf(accounts);
        calls = List.copyOf(calls);
        presences = List.copyOf(presences);
        readings = Map.copyOf(readings);
        history = List.copyOf(history);
        plugins = List.copyOf(plugins);
        wire = List.copyOf(wire);
        latencies = Map.copyOf(latencies);
        health = List.copyOf(health);
    }

    /** The picture alone. */
    public Snapshot(List<ConnectionStatus> accounts, List<Call> calls, List<Presence> presences) {
        this(accounts, calls, presences, Map.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
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
