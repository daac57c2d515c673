package pbx.shell;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallState;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.PresenceState;

/** {@code await}: waits until a call, a presence or an account is in a state, told by the platform's listeners. */
final class AwaitCommand {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final CallWatch calls;
    private final PresenceWatch presences;
    private final AccountWatch accounts;

    AwaitCommand(CallWatch calls, PresenceWatch presences, AccountWatch accounts) {
        this.calls = calls;
        this.presences = presences;
        this.accounts = accounts;
    }

    Command command() {
        return new Command("await call STATE | presence EXT STATE | account [ACCOUNT] STATE [SECONDS]", this::run);
    }

    private void run(Arguments arguments, Output out) {
        List<String> words = arguments.count(2, 4).words();
        boolean timed = words.size() > 2 && SECONDS.matcher(arguments.last()).matches();
        Duration atMost = timed
                ? Duration.ofMillis(
                        new BigDecimal(arguments.last()).movePointRight(3).longValueExact())
                : USUAL;
        List<String> subject = words.subList(1, words.size() - (timed ? 2 : 1));
        String state = words.get(subject.size() + 1);
        String kind = words.get(0) + " " + subject.size();
        switch (kind) {
            case "call 0" -> out.show(calls.await(state(CallState.class, state), atMost), Columns::of);
            case "presence 1" ->
                out.show(presences.await(subject.get(0), state(PresenceState.class, state), atMost), Columns::of);
            case "account 0", "account 1" ->
                out.show(accounts.await(first(subject), state(ConnectionState.class, state), atMost), Columns::of, "");
            default -> throw arguments.unfit();
        }
    }

    private static Optional<String> first(List<String> subject) {
        return subject.stream().findFirst();
    }

    private static <E extends Enum<E>> E state(Class<E> states, String name) {
        return Arrays.stream(states.getEnumConstants())
                .filter(s -> s.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new PbxException(
                        Reason.INVALID,
                        "no such state: " + name + "; there are " + Arrays.toString(states.getEnumConstants())));
    }
}
