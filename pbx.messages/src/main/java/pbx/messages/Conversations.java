package pbx.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Dialect;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.api.message.Chat;
import pbx.api.message.ChatChange;
import pbx.api.message.ChatListener;
import pbx.api.message.ChatMessage;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/**
 * What was written: read from a PBX of 70, which keeps it; from an older one what it pushed since this provider started, since that
 * keeps nothing.
 */
@Component(
        immediate = true,
        configurationPid = "pbx.messages",
        service = {Conversations.class, MessageListener.class, ConnectionListener.class, Deliveries.class},
        property = MessageListener.KINDS + "=" + ChatWire.KIND)
public final class Conversations implements MessageListener, ConnectionListener, Deliveries {
    private static final int LONGEST = 4000;
    private static final int MOST_LINES = 200;
    /** A stranger may write under many names. */
    private static final int MOST_CHATS = 500;

    private final Admissions admissions;
    private final Writer writer;
    private final Connections connections = new Connections();
    private final Snapshots<Key, ChatChange, ChatListener> snapshots;
    private final AtomicLong asked = new AtomicLong();
    /** Which request's answer was told last; the writer's. */
    private final Map<Key, Long> answered = new HashMap<>();

    private record Key(AccountId account, String with) {
        static Key of(ChatChange change) {
            return new Key(change.chat().account(), change.chat().with());
        }
    }

    @Activate
    public Conversations(@Reference Admissions admissions) {
        this(admissions, new WriterThread("pbx-chat"));
    }

    Conversations(Admissions admissions, Writer writer) {
        this.admissions = admissions;
        this.writer = writer;
        this.snapshots = new Snapshots<>(writer, "ChatListener", ChatListener::chatChanged, Key::of);
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

    CompletionStage<Chat> read(AccountId account, String with) {
        Key key = new Key(account, with);
        return connections
                .of(account)
                .map(connection ->
                        keeps(connection) ? read(connection, key) : CompletableFuture.completedFuture(chat(key)))
                .orElseGet(() -> Connections.unknown(account));
    }

    private CompletionStage<Chat> read(Connection connection, Key key) {
        long number = asked.incrementAndGet();
        return connections
                .ask(key.account(), ChatRest.read(key.with()))
                .thenCompose(answer -> replace(key, number, ChatRest.lines(answer, mine(connection))));
    }

    private static boolean keeps(Connection connection) {
        return connection.status().dialect() == Dialect.MODERN;
    }

    private static String mine(Connection connection) {
        return connection.status().extension();
    }

    CompletionStage<Chat> send(AccountId account, String with, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return CompletableFuture.failedFuture(new PbxException(
                    Reason.INVALID, "a message has 1 to " + LONGEST + " characters; this one has " + text.length()));
        }
        return connections
                .of(account)
                .map(connection -> keeps(connection)
                        ? connections
                                .ask(account, ChatRest.write(with, text, Instant.now()))
                                .thenCompose(id -> written(new Key(account, with), text))
                        : connection
                                .send(ChatWire.line(mine(connection), with, text))
                                .thenCompose(sent -> add(new Key(account, with), ChatWire.said(text, Instant.now()))))
                .orElseGet(() -> Connections.unknown(account));
    }

    // The PBX has it, whether or not it can be read again: who were told of a failure would write it twice.
    private CompletionStage<Chat> written(Key key, String text) {
        long number = asked.incrementAndGet();
        return read(key.account(), key.with())
                .exceptionallyCompose(
                        failure -> onWriter(() -> overtaken(key, number) ? chat(key) : said(key, number, text)));
    }

    // What was asked for before it was written has it not.
    private Chat said(Key key, long number, String text) {
        answered.put(key, number);
        return append(key, ChatWire.said(text, Instant.now()));
    }

    @Override
    public void received(AccountId account, Message message) {
        Key key = new Key(account, ChatWire.peer(message));
        if (connections.of(account).filter(Conversations::keeps).isPresent()) {
            var unused = key.with().isEmpty() ? null : read(account, key.with());
            return;
        }
        if (!key.with().isEmpty() && message.text("message").length() <= LONGEST) {
            ChatMessage line = ChatWire.heard(message, Instant.now());
            writer.post(() -> {
                if (snapshots.of(key).isPresent() || snapshots.all().size() < MOST_CHATS) {
                    append(key, line);
                }
            });
        }
    }

    /** A closed account's conversations are told as empty, and forgotten. */
    @Override
    public void connectionChanged(ConnectionChange change) {
        AccountId account = change.after().account();
        if (change.after().state() == ConnectionState.CLOSED) {
            writer.post(() -> {
                answered.keySet().removeIf(key -> key.account().equals(account));
                snapshots.all().stream()
                        .filter(last -> last.chat().account().equals(account))
                        .map(last ->
                                new ChatChange(new Chat(account, last.chat().with(), List.of())))
                        .forEach(snapshots::forget);
            });
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        connections.add(connection);
    }

    void unbindConnection(Connection connection) {
        connections.remove(connection);
    }

    @Override
    public List<Delivery> deliveries() {
        return snapshots.deliveries();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(ChatListener listener, ServiceReference<ChatListener> from) {
        if (admissions.border.admits(from, Use.MESSAGES)) {
            snapshots.listen(listener, from.getBundle().getSymbolicName());
        }
    }

    void unbindListener(ChatListener listener) {
        snapshots.unlisten(listener);
    }

    private Chat chat(Key key) {
        return snapshots.of(key).map(ChatChange::chat).orElse(new Chat(key.account(), key.with(), List.of()));
    }

    private CompletableFuture<Chat> add(Key key, ChatMessage line) {
        return onWriter(() -> append(key, line));
    }

    private CompletableFuture<Chat> replace(Key key, long number, List<ChatMessage> lines) {
        return onWriter(() -> overtaken(key, number) ? chat(key) : tell(key, number, lines));
    }

    private CompletableFuture<Chat> onWriter(Supplier<Chat> work) {
        CompletableFuture<Chat> done = new CompletableFuture<>();
        writer.post(() -> done.complete(work.get()));
        return done;
    }

    // Requests run side by side: what was asked for later may be answered, and told, sooner.
    private boolean overtaken(Key key, long number) {
        return answered.getOrDefault(key, 0L) > number;
    }

    // A stranger's push must not fill the memory either: only so many conversations are known at once.
    private Chat tell(Key key, long number, List<ChatMessage> lines) {
        Chat now = new Chat(key.account(), key.with(), lines);
        if (snapshots.of(key).isPresent() || snapshots.all().size() < MOST_CHATS) {
            answered.put(key, number);
            snapshots.tell(new ChatChange(now));
        }
        return now;
    }

    private Chat append(Key key, ChatMessage line) {
        List<ChatMessage> lines = new ArrayList<>(chat(key).messages());
        lines.add(line);
        Chat now = new Chat(
                key.account(), key.with(), lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
        snapshots.tell(new ChatChange(now));
        return now;
    }
}
