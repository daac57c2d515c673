package pbx.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.media.Media;
import pbx.api.media.MediaSession;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugins;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;
import pbx.api.presence.Presences;

/** A platform on which there is something of everything. */
public final class Busy {
    public static final AccountId ACCOUNT = new AccountId("demo");
    public static final CallId ID = new CallId(ACCOUNT, "call-1");
    private static final Instant BEGAN = Instant.parse("2026-01-01T10:00:00Z");

    private Busy() {}

    public static Platform platform() {
        Platform platform = new Platform();
        platform.bindConnection(account("demo", ConnectionState.REGISTERED, Optional.empty()));
        platform.bindCalls(Fake.of(
                Calls.class, Map.of("list", List.of(call(CallState.ACTIVE)), "mute", new CompletableFuture<Call>())));
        platform.bindPresences(Fake.of(Presences.class, Map.of("list", List.of(presence()))));
        platform.bindMedia(Fake.of(
                Media.class,
                Map.of("list", List.of(session()), "mute", CompletableFuture.<Void>completedFuture(null))));
        platform.bindPlugins(Fake.of(
                Plugins.class,
                Map.of("list", List.of(Plugin.of("a.jar", "a", "1", Plugin.State.RUNNING, Optional.empty())))));
        platform.bindDeliveries(deliveries(0, false));
        return platform;
    }

    /** That have been measured once. */
    public static Loops loops(Platform platform) {
        Loops loops = new Loops(platform, new Cranked(), System::nanoTime);
        loops.look();
        return loops;
    }

    public static Connection account(String name, ConnectionState state, Optional<String> problem) {
        return Fake.of(
                Connection.class,
                Map.of(
                        "status",
                        new ConnectionStatus(
                                new AccountId(name),
                                name + "@localhost",
                                "45",
                                "localhost",
                                "https://pbx",
                                state,
                                true,
                                Optional.empty(),
                                problem)));
    }

    public static Deliveries deliveries(int waiting, boolean quarantined) {
        return () -> List.of(new Delivery(
                "some.plugin", "CallListener", 7, waiting, Duration.ofMillis(20), Duration.ZERO, quarantined));
    }

    public static Call call(CallState state) {
        boolean over = state == CallState.ENDED;
        return new Call(
                ID,
                Direction.IN,
                new Party("44", "Bob"),
                state,
                false,
                false,
                false,
                MediaState.CONNECTED,
                true,
                BEGAN,
                Optional.of(BEGAN.plusSeconds(3)),
                over ? Optional.of(new Ending(Ending.By.THERE, EndReason.HUNG_UP, "hung up")) : Optional.empty(),
                over ? Optional.of(BEGAN.plusSeconds(63)) : Optional.empty(),
                false,
                "");
    }

    private static Presence presence() {
        return new Presence(
                ACCOUNT,
                "44",
                "Bob",
                Presence.Kind.EXTENSION,
                PresenceState.TALKING,
                true,
                false,
                false,
                List.of(),
                Map.of());
    }

    private static MediaSession session() {
        return new MediaSession(ID, MediaState.CONNECTED, false, false, false, List.of(), Map.of(), Optional.empty());
    }
}
