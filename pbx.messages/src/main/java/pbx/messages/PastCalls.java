package pbx.messages;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import pbx.api.AccountId;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;
import pbx.api.call.Numbers;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.api.history.HistoryChange;
import pbx.api.history.HistoryEntry;
import pbx.api.history.HistoryListener;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/** Every account's past calls: read when it connects, after each of its calls, and when the PBX counts another missed one. */
@Component(
        immediate = true,
        configurationPid = "pbx.messages",
        service = {
            PastCalls.class,
            ConnectionListener.class,
            CallListener.class,
            MessageListener.class,
            Deliveries.class
        },
        property = MessageListener.KINDS + "=" + HistoryWire.MISSED)
public final class PastCalls implements ConnectionListener, CallListener, MessageListener, Deliveries {
    /** The PBX writes a call down when it is over, not before. */
    private static final Duration WRITTEN = Duration.ofMillis(400);

    private final Admissions admissions;
    private final Writer writer;
    private final Connections connections = new Connections();
    private final Shown shown = new Shown();
    private final Snapshots<AccountId, HistoryChange, HistoryListener> snapshots;
    private final Lists<HistoryEntry, HistoryChange> lists;

    @Activate
    public PastCalls(@Reference Admissions admissions) {
        this(admissions, new WriterThread("pbx-history"));
    }

    PastCalls(Admissions admissions, Writer writer) {
        this.admissions = admissions;
        this.writer = writer;
        snapshots = new Snapshots<>(writer, "HistoryListener", HistoryListener::historyChanged, HistoryChange::account);
        lists = new Lists<>(
                writer,
                connections,
                HistoryWire.read(),
                (account, answer) -> HistoryWire.entries(account, answer, shown),
                HistoryChange::new,
                snapshots);
    }

    @Modified
    void modified() {
        // nothing to configure; without this method any edit would restart the component
    }

    @Deactivate
    void stop() {
        writer.close();
        snapshots.close();
    }

    List<HistoryEntry> list() {
        return lists.all(Comparator.comparing(HistoryEntry::began).reversed());
    }

    CompletionStage<Void> refresh(AccountId account) {
        return lists.refresh(account);
    }

    CompletionStage<Void> seen(AccountId account) {
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (HistoryEntry entry : lists.of(account)) {
            if (entry.missed() && !entry.seen()) {
                all = all.thenCompose(before -> connections.ask(account, HistoryWire.seen(entry.id())));
            }
        }
        return all.thenCompose(done -> refresh(account));
    }

    CompletionStage<Void> remove(AccountId account, String id) {
        return connections.ask(account, HistoryWire.remove(id)).thenCompose(done -> refresh(account));
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        lists.connection(change);
    }

    @Override
    public void callChanged(CallChange change) {
        if (change.entered(CallState.ENDED)) {
            writer.after(WRITTEN, () -> refresh(change.after().account()));
        }
    }

    @Override
    public void received(AccountId account, Message message) {
        refresh(account);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        connections.add(connection);
        if (connection.status().state().open()) { // it may have been told of before it was bound
            refresh(connection.account());
        }
    }

    void unbindConnection(Connection connection) {
        connections.remove(connection);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindNumbers(Numbers numbers) {
        shown.use(numbers);
    }

    void unbindNumbers(Numbers numbers) {
        shown.drop(numbers);
    }

    @Override
    public List<Delivery> deliveries() {
        return snapshots.deliveries();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(HistoryListener listener, ServiceReference<HistoryListener> from) {
        if (admissions.border.admits(from, Use.MESSAGES)) {
            snapshots.listen(listener, from.getBundle().getSymbolicName());
        }
    }

    void unbindListener(HistoryListener listener) {
        snapshots.unlisten(listener);
    }
}
