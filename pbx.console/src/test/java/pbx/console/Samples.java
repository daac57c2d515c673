package pbx.console;

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
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.media.Quality;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** Records for the tests. */
public final class Samples {
    public static final AccountId MINE = new AccountId("demo");
    public static final Instant BEGAN = Instant.parse("2026-01-01T10:00:00Z");

    private Samples() {}

    public static Call call(String id, CallState state, Party remote) {
        boolean answered = !state.unanswered();
        return new Call(
                new CallId(MINE, id),
                Direction.IN,
                remote,
                state,
                false,
                false,
                false,
                MediaState.CONNECTED,
                true,
                BEGAN,
                answered ? Optional.of(BEGAN) : Optional.empty(),
                state == CallState.ENDED
                        ? Optional.of(new Ending(Ending.By.THERE, EndReason.HUNG_UP, ""))
                        : Optional.empty(),
                state == CallState.ENDED ? Optional.of(BEGAN) : Optional.empty(),
                false,
                "");
    }

    public static Call call(String id, CallState state) {
        return call(id, state, new Party("44", "Forty-four"));
    }

    /** One reading: 1 to 4.5 and a share. */
    public static Quality quality(CallId id, double score, double lost) {
        return new Quality(
                id,
                0,
                0,
                0,
                3,
                Optional.of(20.0),
                0,
                0,
                0,
                0,
                "opus",
                "host/host",
                BEGAN,
                lost,
                0,
                0,
                0,
                score,
                Set.of());
    }

    public static CallChange change(Call call) {
        return new CallChange(Optional.empty(), call);
    }

    public static ConnectionStatus account(ConnectionState state, boolean secure) {
        return new ConnectionStatus(
                MINE,
                "45@localhost",
                "45",
                "localhost",
                "wss://127.0.0.1:8449",
                state,
                secure,
                Optional.of("67.0.5"),
                Optional.empty());
    }

    public static Presence presence(String number, String name, PresenceState state, Party... with) {
        return new Presence(
                MINE, number, name, Presence.Kind.EXTENSION, state, true, false, true, List.of(with), Map.of());
    }
}
