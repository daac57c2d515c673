package pbx.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** The commands as they are wired in the platform, upon fake services, and what they print. */
final class Desk {
    final Platform platform = new Platform();
    final FakeCalls calls = new FakeCalls();
    final FakePresences presences = new FakePresences();
    final FakePlugins plugins = new FakePlugins();
    final CallWatch callWatch = new CallWatch();
    final PresenceWatch presenceWatch = new PresenceWatch();
    final AccountWatch accountWatch = new AccountWatch();
    final Commands commands = new Commands(platform, callWatch, presenceWatch, accountWatch);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    Desk() {
        platform.calls = calls;
        platform.presences = presences;
        platform.plugins = plugins;
        connect(new FakeConnection(Fakes.account("demo", "45", ConnectionState.REGISTERED)));
    }

    /** Another account, as the framework gives it: a new list. */
    void connect(FakeConnection connection) {
        platform.connections = Stream.concat(platform.connections.stream(), Stream.of(connection))
                .toList();
    }

    /** A park orbit, as the account sees it. */
    void orbit(String seenBy, String number, PresenceState state) {
        presences.known.add(Fakes.presence(new AccountId(seenBy), number, Presence.Kind.ORBIT, state));
    }

    /** Runs a line and gives what it printed. */
    synchronized String run(String line) {
        printed.reset();
        List<String> words = Words.of(line);
        commands.run(words.get(0), words.subList(1, words.size()), out);
        return printed();
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
