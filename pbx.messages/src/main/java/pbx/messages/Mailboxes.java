package pbx.messages;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
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
import pbx.api.call.Numbers;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.api.message.Voicemail;
import pbx.api.message.VoicemailChange;
import pbx.api.message.VoicemailListener;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/**
 * Every account's mailbox: read when it connects, when the PBX says that something of the account is to be read again, and
 * every minute, since what it says then is inferred.
 */
@Component(
        immediate = true,
        configurationPid = "pbx.messages",
        service = {Mailboxes.class, ConnectionListener.class, MessageListener.class, Deliveries.class},
        property = MessageListener.KINDS + "=" + MailboxWire.CHANGED)
public final class Mailboxes implements ConnectionListener, MessageListener, Deliveries {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Admissions admissions;
    private final Writer writer;
    private final Connections connections = new Connections();
    private final Shown shown = new Shown();
    private final Snapshots<AccountId, VoicemailChange, VoicemailListener> snapshots;
    private final Lists<Voicemail, VoicemailChange> lists;

    @Activate
    public Mailboxes(@Reference Admissions admissions) {
        this(admissions, new WriterThread("pbx-voicemail"));
    }

    Mailboxes(Admissions admissions, Writer writer) {
        this.admissions = admissions;
        this.writer = writer;
        snapshots = new Snapshots<>(
                writer, "VoicemailListener", VoicemailListener::voicemailChanged, VoicemailChange::account);
        lists = new Lists<>(
                writer,
                connections,
                MailboxWire.read(),
                (account, answer) -> MailboxWire.messages(account, answer, shown),
                VoicemailChange::new,
                snapshots);
        writer.after(AGAIN, this::again);
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

    List<Voicemail> list() {
        return lists.all(Comparator.comparing(Voicemail::left).reversed());
    }

    CompletionStage<Void> refresh(AccountId account) {
        return lists.refresh(account);
    }

    /** Playing it makes the PBX count it as heard, so the mailbox is read again. */
    CompletionStage<byte[]> sound(AccountId account, String id) {
        return connections.fetch(account, MailboxWire.sound(id)).thenApply(sound -> {
            refresh(account);
            return sound;
        });
    }

    CompletionStage<Void> delete(AccountId account, String id) {
        return connections.ask(account, MailboxWire.delete(id)).thenCompose(done -> refresh(account));
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        lists.connection(change);
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
    void bindListener(VoicemailListener listener, ServiceReference<VoicemailListener> from) {
        if (admissions.border.admits(from, Use.MESSAGES)) {
            snapshots.listen(listener, from.getBundle().getSymbolicName());
        }
    }

    void unbindListener(VoicemailListener listener) {
        snapshots.unlisten(listener);
    }

    private void again() {
        connections.open().forEach(this::refresh);
        writer.after(AGAIN, this::again);
    }
}
