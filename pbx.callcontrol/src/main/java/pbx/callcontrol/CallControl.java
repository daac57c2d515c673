package pbx.callcontrol;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.api.media.Media;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaListener;
import pbx.api.plugin.Admission;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.listeners.Border;
import pbx.listeners.Gate;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/**
 * The calls of all accounts: takes commands, messages, media events and timers, and posts them all to one thread. A new
 * instance takes over the calls that are up: their audio sessions carry what it must know.
 */
@Component(
        immediate = true,
        configurationPid = CallControlConfig.PID,
        service = {
            CallControl.class,
            MessageListener.class,
            ConnectionListener.class,
            MediaListener.class,
            Deliveries.class
        },
        property = {
            MessageListener.KINDS + "=sdp",
            MessageListener.KINDS + "=invitesdp",
            MessageListener.KINDS + "=candidate",
            MessageListener.KINDS + "=bye",
            MessageListener.KINDS + "=cancel",
            MessageListener.KINDS + "=cancelresponse",
            MessageListener.KINDS + "=response",
            MessageListener.KINDS + "=bye-response",
            MessageListener.KINDS + "=call-state",
            MessageListener.KINDS + "=callerid",
            MessageListener.KINDS + "=rec-start",
            MessageListener.KINDS + "=rec-stop"
        })
@Designate(ocd = CallControlConfig.class)
public final class CallControl implements MessageListener, ConnectionListener, MediaListener, Deliveries {
    /** A flood of messages waits in the transport, which drops news and asks anew when it is too much. */
    private static final int MOST_MESSAGES = 50_000;
    /** Beyond so many untold changes a listener is quarantined. */
    private static final int BOUND = 10_000;

    private final Listeners<CallListener, CallChange> listeners =
            new Listeners<>("CallListener", CallListener::callChanged, BOUND);
    final Border border = new Border();
    private final Writer writer;
    private final Gate messages;
    private final CallBoard board;
    private final Signals signals;
    private final Sessions sessions;
    private final Commands commands;

    @Activate
    public CallControl(CallControlConfig config) {
        this(new WriterThread("pbx-callcontrol"), Clock.systemUTC(), Rules.of(config), change -> {});
    }

    /** @param first hears every change, on the writer, before the listeners do */
    CallControl(Writer writer, Clock clock, Rules rules, Consumer<CallChange> first) {
        this.writer = writer;
        this.messages = new Gate(writer, MOST_MESSAGES);
        board = new CallBoard(writer, clock, rules, first.andThen(listeners::tell));
        Offers offers = new Offers(board);
        Departures departures = new Departures(board);
        commands = new Commands(board, offers, departures);
        signals = new Signals(board, commands.holding, departures);
        Repair repair = new Repair(board, offers);
        Takeover takeover = new Takeover(
                board,
                List.of(
                        commands.dialling::goOn,
                        commands.answering::goOn,
                        commands.holding::goOn,
                        signals::goOn,
                        departures::goOn));
        sessions = new Sessions(board, takeover, repair);
        board.reach.back(repair::reachable);
    }

    @Modified
    void modified(CallControlConfig config) {
        Rules rules = Rules.of(config);
        writer.post(() -> board.rules(rules));
    }

    /** Hangs up nothing: the calls are taken over by the next instance. */
    @Deactivate
    void stop() {
        writer.close();
        listeners.close();
    }

    CallBoard board() {
        return board;
    }

    Commands commands() {
        return commands;
    }

    @Override
    public void received(AccountId account, Message message) {
        if (!messages.post(() -> signals.received(account, message))) {
            throw new PbxException(Reason.STOPPED, "call control is being replaced: its successor must be told");
        }
    }

    @Override
    public void mediaChanged(MediaChange change) {
        writer.post(() -> sessions.changed(change));
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        AccountId account = change.after().account();
        boolean open = change.after().state().open();
        boolean news = change.before().isPresent();
        writer.post(() -> board.reach.changed(account, open, news));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        board.exchanges.add(connection);
    }

    void unbindConnection(Connection connection) {
        if (board.exchanges.remove(connection)) {
            writer.post(() -> board.reach.changed(connection.account(), false, true));
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMedia(Media media) {
        writer.post(() -> board.audio.bind(media));
    }

    void unbindMedia(Media media) {
        writer.post(() -> board.audio.unbind(media));
    }

    @Override
    public List<Delivery> deliveries() {
        return listeners.deliveries();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAdmission(Admission admission) {
        border.set(admission);
    }

    void unbindAdmission(Admission admission) {
        border.unset(admission);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(CallListener listener, ServiceReference<CallListener> from) {
        if (!border.admits(from, Use.CALLS)) {
            return;
        }
        String owner = from.getBundle().getSymbolicName();
        writer.post(() -> listeners.add(
                listener,
                owner,
                board.list().stream()
                        .map(call -> new CallChange(Optional.empty(), call))
                        .toList()));
    }

    void unbindListener(CallListener listener) {
        writer.post(() -> listeners.remove(listener));
    }
}
