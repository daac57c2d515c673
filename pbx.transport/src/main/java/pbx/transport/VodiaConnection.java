package pbx.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;
import pbx.api.status.Readiness;
import pbx.listeners.Replies;
import pbx.websocket.WebSockets;

/**
 * One account's connection to a Vodia PBX: logs in, opens the socket, registers, keeps it alive, and comes back whenever it is
 * lost. Everything but the snapshot runs on the board's writer thread.
 */
@Component(
        immediate = true,
        configurationPid = AccountConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {Connection.class, Readiness.class},
        property = Readiness.PART + "=account")
@Designate(ocd = AccountConfig.class, factory = true)
public final class VodiaConnection implements Connection, Readiness {
    private static final Logger log = LoggerFactory.getLogger(VodiaConnection.class);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final Duration REFUSED_AGAIN = Duration.ofSeconds(60);
    private static final Duration ANSWER_TIME = Duration.ofSeconds(10);
    /** A problem that is gone by then was none worth waking anybody for. */
    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(4);

    private final ConnectionBoard board;
    private final WebSockets sockets;
    private final Json json = new Json();
    private final Login login = new Login(json, new Trust());
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    private final Bootstrap bootstrap = new Bootstrap(this::send);
    private final Timers timers;

    private volatile Account account;
    private volatile Session session;
    private volatile ConnectionStatus status;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Trouble trouble;
    /** Grows with every try, so that what an earlier one still brings is known as late. */
    private int attempt;

    private AutoCloseable attachment = () -> {};

    @Activate
    public VodiaConnection(
            @Reference ConnectionBoard board,
            @Reference WebSockets sockets,
            AccountConfig config,
            Map<String, Object> properties) {
        this.board = board;
        this.sockets = sockets;
        this.timers = new Timers(board.writer());
        this.account = Account.of(config, properties);
        this.status = status(ConnectionState.CONNECTING, "connecting");
        this.trouble = new Trouble(board.writer(), WORTH_A_WARNING);
        board.writer().post(this::start);
        board.writer()
                .after(
                        ANSWER_TIME,
                        () -> ready.complete("account " + account.label() + " not registered: "
                                + status.problem().orElse("connecting")));
    }

    @Modified
    void modified(AccountConfig config, Map<String, Object> properties) {
        Account next = Account.of(config, properties);
        board.writer().post(() -> {
            boolean same = next.sameSession(account);
            account = next;
            if (!same) {
                sockets.close(key());
                connect();
            }
        });
    }

    /** A replaced bundle leaves its socket open for its successor; a deleted account does not. */
    @Deactivate
    void stop(int reason) {
        boolean deleted = reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED;
        board.writer().post(() -> {
            timers.cancel();
            attempt++;
            detach();
            if (deleted) {
                sockets.close(key());
            }
            show(ConnectionState.CLOSED, deleted ? "the account was deleted" : "the transport is being replaced");
        });
    }

    @Override
    public AccountId account() {
        return account.id();
    }

    @Override
    public ConnectionStatus status() {
        return status;
    }

    /** Registered, or why not; at the latest when an answer should have come. */
    @Override
    public CompletionStage<String> ready() {
        return ready;
    }

    @Override
    public CompletionStage<Void> send(Message message) {
        if (!status.state().open()) {
            return CompletableFuture.failedFuture(notConnected());
        }
        return sockets.send(key(), json.text(message.fields())).exceptionally(e -> {
            throw notConnected();
        });
    }

    @Override
    public CompletionStage<Object> ask(String method, String path, Map<String, Object> body) {
        Session present = session;
        return present == null || !status.state().open()
                ? CompletableFuture.failedFuture(notConnected())
                : login.ask(account, present, method, path, body);
    }

    private PbxException notConnected() {
        return new PbxException(
                Reason.NOT_CONNECTED,
                account.label() + " is not connected: " + status.problem().orElse("the socket is gone"));
    }

    // --- everything below is confined to the writer ---

    private void start() {
        Map<String, String> notes = sockets.notes(key());
        if (sockets.isOpen(key()) && account.toString().equals(notes.get("account"))) {
            session = new Session(notes.get("cookie"), Optional.ofNullable(notes.get("version")));
            opened(++attempt);
            if (notes.containsKey("registered")) {
                show(ConnectionState.REGISTERED, "");
            }
        } else {
            connect();
        }
    }

    private void connect() {
        timers.cancel();
        detach();
        int mine = ++attempt;
        if (account.fault().isPresent()) {
            show(ConnectionState.REFUSED, account.fault().get());
            return;
        }
        show(ConnectionState.CONNECTING, status.problem().orElse("connecting"));
        login.login(account)
                .thenCompose(fresh -> {
                    session = fresh;
                    return sockets.open(key(), account.socket(), Map.of("Cookie", fresh.cookie()), login.tls(account));
                })
                .whenComplete((done, failure) -> board.writer().post(() -> {
                    if (mine != attempt) {
                        return;
                    }
                    if (failure == null) {
                        opened(mine);
                    } else {
                        failed(Replies.bare(failure));
                    }
                }));
    }

    private void opened(int mine) {
        sockets.note(key(), "account", account.toString());
        sockets.note(key(), "cookie", session.cookie());
        session.version().ifPresent(version -> sockets.note(key(), "version", version));
        show(ConnectionState.CONNECTED, "waiting for the PBX to confirm the registration");
        attachment = sockets.attach(key(), new WebSockets.Receiver() {
            @Override
            public void text(String frame) {
                board.writer().post(() -> received(mine, frame));
            }

            @Override
            public void closed(int code, String reason) {
                board.writer().post(() -> lost(mine, code, reason));
            }
        });
        bootstrap.subscribe();
        bootstrap.register(account.useragent());
        timers.every("keep-alive", KEEP_ALIVE, bootstrap::keepAlive);
        timers.once("register", ANSWER_TIME, this::unconfirmed);
    }

    private void unconfirmed() {
        if (status.state() == ConnectionState.CONNECTED) {
            show(
                    ConnectionState.CONNECTED,
                    "the PBX did not confirm the registration: incoming calls may not arrive here");
        }
    }

    private void received(int mine, String frame) {
        if (mine != attempt) {
            return;
        }
        Optional<Message> message = json.message(frame);
        if (message.isEmpty()) {
            log.warn(
                    "{}: a frame of {} characters is no JSON object within the limits; dropped",
                    account.label(),
                    frame.length());
            return;
        }
        if ("sip-register".equals(message.get().kind())) {
            registered(message.get());
        }
        board.received(new Received(account.id(), message.get()));
    }

    private void registered(Message message) {
        backoff.reset();
        sockets.note(key(), "registered", "yes");
        show(ConnectionState.REGISTERED, "");
        timers.once(
                "register",
                Bootstrap.renewal(message.number("expires", 0)),
                () -> bootstrap.register(account.useragent()));
    }

    private void lost(int mine, int code, String reason) {
        if (mine == attempt) {
            again(
                    "the connection to " + account.server() + " was lost (" + code
                            + (reason.isBlank() ? "" : ", " + reason) + "); trying again",
                    ConnectionState.CONNECTING,
                    backoff.next());
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof PbxException refused && refused.reason() == Reason.REFUSED) {
            again(refused.getMessage(), ConnectionState.REFUSED, REFUSED_AGAIN);
        } else if (failure instanceof PbxException known) {
            again(known.getMessage(), ConnectionState.CONNECTING, backoff.next());
        } else {
            again(Problems.of(account, failure), ConnectionState.CONNECTING, backoff.next());
        }
    }

    private void again(String problem, ConnectionState state, Duration wait) {
        timers.cancel();
        detach();
        attempt++;
        show(state, problem);
        timers.once("connect", wait, this::connect);
    }

    private void detach() {
        try {
            attachment.close();
        } catch (Exception e) { // AutoCloseable's signature; ours throws nothing
            log.warn("detaching from the socket failed", e);
        }
        attachment = () -> {};
    }

    private void show(ConnectionState state, String problem) {
        status = status(state, problem);
        trouble.show(status);
        if (state == ConnectionState.REGISTERED) {
            ready.complete("account " + account.label() + " registered");
        } else if (state == ConnectionState.REFUSED) {
            ready.complete("account " + account.label() + " not registered: " + problem);
        }
        board.changed(status);
    }

    private ConnectionStatus status(ConnectionState state, String problem) {
        return new ConnectionStatus(
                account.id(),
                account.label(),
                account.extension(),
                account.tenant(),
                account.server().toString(),
                state,
                account.secure(),
                Optional.ofNullable(session).flatMap(Session::version),
                Optional.of(problem).filter(p -> !p.isBlank()));
    }

    private String key() {
        return account.id().value();
    }
}
