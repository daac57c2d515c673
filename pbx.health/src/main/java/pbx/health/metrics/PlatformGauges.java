package pbx.health.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.media.MediaSession;
import pbx.api.plugin.Plugin;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;
import pbx.health.Platform;

/** Accounts, calls, presence, audio and plugins as they stand. */
final class PlatformGauges implements Gauges {
    private final Platform platform;
    private final Rows open;
    private final Rows registered;
    private final Rows calls;
    private final Rows presences;
    private final Rows sessions;
    private final Rows plugins;
    private final Rows cpu;

    PlatformGauges(MeterRegistry registry, Platform platform) {
        this.platform = platform;
        open = new Rows(registry, "pbx.account.open", "1: the account's connection to its PBX is open");
        registered = new Rows(registry, "pbx.account.registered", "1: the account's PBX offers its calls here");
        calls = new Rows(registry, "pbx.calls", "Calls that have not ended");
        presences = new Rows(registry, "pbx.presences", "Accounts of the tenants, by what they are doing");
        sessions = new Rows(registry, "pbx.media.sessions", "Audio sessions");
        plugins = new Rows(registry, "pbx.plugins", "Plugins of the deploy folder");
        cpu = new Rows(registry, "pbx.plugin.cores", "Processor cores that a plugin keeps busy");
    }

    @Override
    public void read() {
        List<ConnectionStatus> accounts = platform.accounts();
        open.show(accounts, PlatformGauges::labels, a -> a.state().open() ? 1 : 0);
        registered.show(accounts, PlatformGauges::labels, a -> a.state() == ConnectionState.REGISTERED ? 1 : 0);
        calls.count(
                "state",
                CallState.values(),
                platform.calls().stream().map(Call::state).toList());
        presences.count(
                "state",
                PresenceState.values(),
                platform.presences().stream().map(Presence::state).toList());
        sessions.count(
                "state",
                MediaState.values(),
                platform.sessions().stream().map(MediaSession::state).toList());
        List<Plugin> all = platform.plugins();
        plugins.count(
                "state", Plugin.State.values(), all.stream().map(Plugin::state).toList());
        cpu.show(all, p -> Tags.of("plugin", p.name()), p -> p.load().cores());
    }

    private static Tags labels(ConnectionStatus account) {
        return Tags.of("account", account.account().value());
    }
}
