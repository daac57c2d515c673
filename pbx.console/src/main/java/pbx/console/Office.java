package pbx.console;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.connection.Connection;
import pbx.api.connection.Wire;
import pbx.api.history.HistoryChange;
import pbx.api.history.HistoryEntry;
import pbx.api.history.HistoryListener;
import pbx.api.media.Qualities;
import pbx.api.media.Quality;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityListener;
import pbx.api.plugin.PluginChange;
import pbx.api.plugin.PluginListener;
import pbx.api.plugin.Plugins;
import pbx.api.status.Finding;
import pbx.api.status.Health;

/** Everything that the live pages show: the picture of calls and people, and what others keep, asked when it is drawn. */
@Component(
        service = {Office.class, HistoryListener.class, QualityListener.class, PluginListener.class},
        immediate = true)
public final class Office implements HistoryListener, QualityListener, PluginListener {
    private final Picture picture;
    private final EventRates rates = new EventRates(System::nanoTime);
    private final Map<AccountId, List<HistoryEntry>> history = new ConcurrentHashMap<>();
    private final List<Consumer<Table>> watchers = new CopyOnWriteArrayList<>();
    private final Runnable unwatch;
    private volatile Plugins plugins;
    private volatile List<Finding> health = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile Qualities qualities;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile Wire wire;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile Health checks;

    @Reference
    private volatile List<Connection> connections = List.of();

    @Activate
    public Office(@Reference Picture picture) {
        this.picture = picture;
        unwatch = picture.watch(this::changed);
    }

    @Deactivate
    void deactivate() {
        unwatch.run();
    }

    /** Only what these tables show is asked for. */
    public Snapshot snapshot(Set<Table> tables) {
        Snapshot seen = picture.snapshot();
        return new Snapshot(
                seen.accounts(),
                seen.calls(),
                seen.presences(),
                tables.contains(Table.CALLS) ? readings(seen.calls()) : Map.of(),
                tables.contains(Table.HISTORY) ? past() : List.of(),
                tables.contains(Table.PLUGINS) ? pluginViews() : List.of(),
                tables.contains(Table.WIRE) ? lines() : List.of(),
                latencies(),
                health);
    }

    /** Has the checks asked anew; {@link #snapshot} has what they say as soon as they have said it. */
    public CompletionStage<?> examine() {
        Health provider = checks;
        CompletionStage<List<Finding>> asked =
                provider == null ? CompletableFuture.completedFuture(List.of()) : provider.ask();
        return asked.handle((findings, stopped) -> {
            List<Finding> now = findings == null ? List.of() : findings;
            boolean news = !now.equals(health);
            health = now;
            if (news) {
                changed(Table.HEALTH);
            }
            return now;
        });
    }

    /** How many are up. */
    public int calls() {
        return picture.snapshot().calls().size();
    }

    /** Tells which table changed, on the thread that changed it, so it must be quick. Run the answer to hear no more. */
    public Runnable watch(Consumer<Table> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private Map<CallId, List<Quality>> readings(List<Call> calls) {
        Qualities provider = qualities;
        return provider == null
                ? Map.of()
                : calls.stream().collect(Collectors.toMap(Call::id, call -> provider.readings(call.id())));
    }

    private Map<AccountId, Duration> latencies() {
        Map<AccountId, Duration> known = new HashMap<>();
        connections.forEach(
                connection -> connection.latency().ifPresent(time -> known.put(connection.account(), time)));
        return known;
    }

    private List<HistoryEntry> past() {
        return history.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(HistoryEntry::began).reversed())
                .toList();
    }

    private List<Wire.Line> lines() {
        Wire provider = wire;
        return provider == null ? List.of() : provider.last();
    }

    private List<PluginView> pluginViews() {
        Plugins provider = plugins;
        return provider == null
                ? List.of()
                : provider.list().stream()
                        .map(plugin -> new PluginView(plugin, rates.of(plugin)))
                        .toList();
    }

    @Override
    public void historyChanged(HistoryChange change) {
        history.put(change.account(), change.entries());
        changed(Table.HISTORY);
    }

    @Override
    public void qualityChanged(QualityChange change) {
        changed(Table.CALLS);
    }

    @Override
    public void pluginChanged(PluginChange change) {
        changed(Table.PLUGINS);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindPlugins(Plugins provider) {
        plugins = provider;
        changed(Table.PLUGINS);
    }

    void unbindPlugins(Plugins provider) {
        if (plugins == provider) {
            plugins = null;
            changed(Table.PLUGINS);
        }
    }

    private void changed(Table table) {
        watchers.forEach(watcher -> watcher.accept(table));
    }
}
