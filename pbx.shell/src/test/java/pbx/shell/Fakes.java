package pbx.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Pictures as the platform's services would give them. */
final class Fakes {
    static final AccountId DEMO = new AccountId("demo");
    static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");

    private Fakes() {}

    static CallId id(String value) {
        return new CallId(DEMO, value);
    }

    static Call call(String id, CallState state) {
        return call(id, state, Direction.OUT, BEGAN, new Party("601", "Tone"));
    }

    static Call call(String id, CallState state, Direction direction, Instant began, Party remote) {
        return new Call(
                id(id),
                direction,
                remote,
                state,
                false,
                false,
                false,
                MediaState.CONNECTED,
                true,
                began,
                Optional.empty(),
                state == CallState.ENDED
                        ? Optional.of(new Ending(Ending.By.THERE, EndReason.BUSY, "602 is busy"))
                        : Optional.empty(),
                state == CallState.ENDED ? Optional.of(BEGAN) : Optional.empty(),
                false,
                "");
    }

    static CallChange change(Call after) {
        return new CallChange(Optional.empty(), after);
    }

    static ConnectionStatus account(String id, String extension, ConnectionState state) {
        return new ConnectionStatus(
                new AccountId(id),
                extension + "@localhost",
                extension,
                "localhost",
                "ws://127.0.0.1:8089",
                state,
                false,
                Optional.of("67.0.5"),
                Optional.empty());
    }

    static Presence presence(String number, PresenceState state) {
        return presence(DEMO, number, Presence.Kind.EXTENSION, state);
    }

    static Presence presence(AccountId seenBy, String number, Presence.Kind kind, PresenceState state) {
        return new Presence(seenBy, number, "Extension " + number, kind, state, true, false, true, List.of(), Map.of());
    }

    static Quality quality(CallId call) {
        return new Quality(
                call, 100, 99, 1, 2.5, Optional.empty(), 48_000, 12, 0.5, Double.NaN, "opus/48000", "host/host");
    }
}
