package pbx.ui.swing;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.media.Quality;
import pbx.api.media.QualityWarning;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceState;

/** Records as a PBX would have them. */
final class Samples {
    static final AccountId DEMO = new AccountId("demo");
    static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
    static final String HOSTILE = "<html><img src='http://127.0.0.1:9/x.png'><b>Mallory</b>";

    private Samples() {}

    static CallId id(String value) {
        return new CallId(DEMO, value);
    }

    static Call call(String id, Direction direction, CallState state, Party remote) {
        return call(id, direction, state, remote, false, false, false, MediaState.CONNECTED);
    }

    static Call call(
            String id,
            Direction direction,
            CallState state,
            Party remote,
            boolean heldHere,
            boolean heldThere,
            boolean muted,
            MediaState media) {
        Optional<Ending> ending = state == CallState.ENDED
                ? Optional.of(new Ending(Ending.By.THERE, EndReason.BUSY, "The other side is busy."))
                : Optional.empty();
        Optional<Instant> answered = state.answered() ? Optional.of(T0) : Optional.empty();
        return new Call(
                id(id),
                direction,
                remote,
                state,
                heldHere,
                heldThere,
                muted,
                media,
                true,
                T0,
                answered,
                ending,
                ending.map(e -> T0),
                false,
                "");
    }

    static Call incoming(String id, Party remote) {
        return call(id, Direction.IN, CallState.RINGING, remote);
    }

    static Call talking(String id, Party remote) {
        return call(id, Direction.OUT, CallState.ACTIVE, remote);
    }

    static Call ended(String id, Party remote) {
        return call(id, Direction.OUT, CallState.ENDED, remote);
    }

    static Quality quality(String call, double score, QualityWarning... warnings) {
        return new Quality(
                id(call),
                900,
                870,
                30,
                12,
                Optional.of(48.0),
                417_600,
                0,
                0.1,
                0.1,
                "opus/48000",
                "host/host",
                T0,
                0.03,
                0,
                64_000,
                64_000,
                score,
                Set.of(warnings));
    }

    static CallChange first(Call call) {
        return new CallChange(Optional.empty(), call);
    }

    static Presence person(String number, String name, PresenceState state, Party... with) {
        return person(number, name, state, false, with);
    }

    static Presence person(String number, String name, PresenceState state, boolean dnd, Party... with) {
        return new Presence(
                DEMO,
                number,
                name,
                Presence.Kind.EXTENSION,
                state,
                state != PresenceState.OFFLINE,
                dnd,
                true,
                List.of(with),
                Map.of());
    }

    static PresenceChange seen(Presence presence) {
        return new PresenceChange(Optional.empty(), Optional.of(presence));
    }

    static ConnectionStatus status(ConnectionState state, boolean secure, String problem) {
        return status(DEMO, "45", state, secure, problem);
    }

    static ConnectionStatus status(
            AccountId account, String extension, ConnectionState state, boolean secure, String problem) {
        return new ConnectionStatus(
                account,
                extension + "@localhost",
                extension,
                "localhost",
                "wss://127.0.0.1:8449",
                state,
                secure,
                Optional.empty(),
                problem.isEmpty() ? Optional.empty() : Optional.of(problem));
    }

    static ConnectionChange told(ConnectionStatus status) {
        return new ConnectionChange(Optional.empty(), status);
    }

    /** The settings as the framework hands them over. */
    static <S> S settings(Class<S> type, boolean enabled, String theme, String language) {
        return settings(type, Map.of("enabled", enabled, "theme", theme, "language", language));
    }

    /** What is not given has its default. */
    static <S> S settings(Class<S> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
