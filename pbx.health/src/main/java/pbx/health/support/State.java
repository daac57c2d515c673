package pbx.health.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.api.call.Call;
import pbx.api.connection.ConnectionStatus;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Plugin;
import pbx.health.Platform;

/** How accounts, calls, presence, plugins and listeners stand, as text. No name and no number of anybody who calls. */
@Component(service = State.class)
public final class State {
    private final Platform platform;

    @Activate
    public State(@Reference Platform platform) {
        this.platform = platform;
    }

    String text() {
        Instant now = Instant.now();
        return part("accounts", platform.accounts().stream().map(State::account))
                + part("calls", platform.calls().stream().map(call -> call(call, now)))
                + part("presence", counts(platform.presences().stream(), presence -> presence.state()))
                + part("audio sessions", counts(platform.sessions().stream(), session -> session.state()))
                + part("plugins", platform.plugins().stream().map(State::plugin))
                + part("listeners", platform.deliveries().stream().map(State::delivery));
    }

    private static String part(String title, Stream<String> lines) {
        return lines.map(line -> "  " + line.replaceAll("\\p{Cntrl}", " ") + "\n")
                .collect(Collectors.joining("", title + "\n", "\n"));
    }

    private static <T> Stream<String> counts(Stream<T> things, Function<T, Object> kind) {
        Map<Object, Long> counts = things.collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(count -> count.getValue() + " " + count.getKey());
    }

    private static String account(ConnectionStatus account) {
        return account.label() + " " + account.state() + ", " + account.server()
                + account.version().map(version -> ", PBX " + version).orElse("")
                + account.problem().map(problem -> ": " + problem).orElse("");
    }

    private static String call(Call call, Instant now) {
        return call.account().value() + " " + call.direction() + " " + call.state() + ", audio " + call.media()
                + ", since "
                + Duration.between(call.began(), now).toSeconds() + " s" + (call.heldHere() ? ", held here" : "")
                + (call.heldThere() ? ", held there" : "") + (call.reachable() ? "" : ", PBX not reachable");
    }

    private static String plugin(Plugin plugin) {
        return plugin.name() + " " + plugin.version() + " " + plugin.state()
                + plugin.problem().map(problem -> ": " + problem).orElse("");
    }

    private static String delivery(Delivery delivery) {
        return delivery.bundle() + " " + delivery.kind() + ": " + delivery.delivered() + " told, " + delivery.waiting()
                + " wait, slowest " + delivery.latency().toMillis() + " ms"
                + (delivery.quarantined() ? ", quarantined" : "");
    }
}
