package pbx.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;
import pbx.api.socket.WebSockets;
import pbx.listeners.Replies;

/**
 * One account's way to its PBX and back to it: logs in, opens the socket, registers, keeps it alive, and comes back whenever it
 * is lost. Confined to the board's writer, save the snapshots and what is said so.
 */
final class Link implements ConnectionBoard.Member {
    private static final Logger log = LoggerFactory.getLogger(VodiaConnection.class);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final Duration REFUSED_AGAIN = Duration.ofSeconds(60);
    private static final Duration HURRIED_LATELY = Duration.ofSeconds(10);
    /** Tokens are made by others, who take their time. */
    private static final Duration TOKEN_TIME = Duration.ofSeconds(15);

    private static final int MOST_MESSAGES = 10_000;
    private static final long MOST_CHARACTERS = 16L << 20;

    private final ConnectionBoard board;
    private final Function<Account, Line> lines;
    private final Json json;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble(), System::nanoTime);
    private final Noise unreadable = new Noise(System::nanoTime);
    private final Noise flood = new Noise(System::nanoTime);
    private final Timers timers;
    private final Standing standing;
    private final Registration registration;

    private volatile Account account;
    private volatile Line line;
    private volatile Session session;
    private volatile Recorder recorder = Recorder.NONE;
    /** Grows with every try, so that what an earlier one still brings is known as late. */
    private int attempt;

    /** Being stopped: what has come until now is still told, and nothing is begun any more. */
    private boolean stopping;

    /** Between two tries. */
    private boolean waiting;

    private long hurried;
    private AutoCloseable attachment = () -> {};
    private Optional<Inbox> inbox = Optional.empty();

    Link(ConnectionBoard board, Function<Account, Line> lines, Json json, Account account) {
        this.board = board;
        this.lines = lines;
        this.json = json;
        this.account = account;
        this.line = lines.apply(account);
        this.timers = new Timers(board.writer());
        this.standing = new Standing(board, this::account, this::version);
        this.registration = new Registration(new Bootstrap(this::write), timers, standing, this::account);
    }

    // --- from any thread ---

    Account account() {
        return account;
    }

    ConnectionStatus status() {
        return standing.status();
    }

    private Optional<String> version() {
        return Optional.ofNullable(session).flatMap(Session::version);
    }

    Optional<Duration> latency() {
        return line.roundTrip();
    }

    CompletionStage<String> ready() {
        return standing.ready();
    }

    CompletionStage<Void> send(Message message) {
        if (!standing.isOpen()) {
            return CompletableFuture.failedFuture(standing.notConnected());
        }
        return write(message).exceptionally(e -> {
            throw standing.notConnected();
        });
    }

    private CompletionStage<Void> write(Message message) {
        recorder.sent(message.fields());
        board.wire().add(account.id(), true, message);
        return line.send(json.text(message.fields()));
    }

    CompletionStage<Object> ask(String method, String path, Map<String, Object> body) {
        return inSession(present -> line.ask(present, method, path, body));
    }

    CompletionStage<byte[]> fetch(String path) {
        return inSession(present -> line.fetch(present, path));
    }

    private <T> CompletionStage<T> inSession(Function<Session, CompletionStage<T>> request) {
        Session present = session;
        return present == null || !standing.isOpen()
                ? CompletableFuture.failedFuture(standing.notConnected())
                : request.apply(present);
    }

    // --- everything below is confined to the writer ---

    void start() {
        board.join(account.id(), this);
        standing.begin();
        record();
        Map<String, String> notes = line.notes();
        if (line.isOpen() && account.toString().equals(notes.get("account"))) {
            session = new Session(notes.get("cookie"), Optional.ofNullable(notes.get("version")));
            opened(++attempt);
            if (notes.containsKey("registered")) {
                backoff.good();
                standing.show(ConnectionState.REGISTERED, "");
            }
        } else {
            line.close(); // whoever had the account's name before
            connect();
        }
    }

    void change(Account next) {
        Account former = account;
        account = next;
        if (former.recording() != next.recording()) {
            record();
        }
        if (!next.sameSession(former)) {
            line.close();
            line = lines.apply(next);
            session = null;
            connect();
        } else if (standing.isOpen()) {
            if (!former.useragent().equals(next.useragent())) {
                registration.register();
            }
            standing.show(standing.state(), standing.problem().orElse(""));
        }
    }

    /** @param deleted a replaced bundle leaves its socket open for its successor; a deleted account does not */
    void stop(boolean deleted) {
        stopping = true;
        timers.cancel();
        detach();
        Runnable end = () -> stopped(deleted);
        // what has come until now is told first: its successor does not get it
        inbox.ifPresentOrElse(behind -> behind.last(end), () -> board.writer().post(end));
    }

    private void stopped(boolean deleted) {
        attempt++;
        timers.cancel();
        recorder.close();
        if (board.leave(account.id(), this)) { // else the line is a successor's, which was quicker
            if (deleted) {
                line.close();
            }
            standing.show(
                    ConnectionState.CLOSED, deleted ? "the account was deleted" : "the transport is being replaced");
        }
        standing.end();
    }

    private void record() {
        recorder.close();
        recorder = Recorder.of(account);
    }

    private void connect() {
        timers.cancel();
        detach();
        waiting = false;
        int mine = ++attempt;
        if (account.fault().isPresent()) {
            standing.show(ConnectionState.REFUSED, account.fault().get());
            return;
        }
        standing.show(ConnectionState.CONNECTING, standing.problem().orElse("connecting"));
        Duration patience = account.credentials() instanceof Credentials.Password ? backoff.patience() : TOKEN_TIME;
        then(mine, patience, () -> line.login(patience), fresh -> {
            session = fresh;
            then(mine, backoff.patience(), () -> line.open(fresh), opened -> opened(mine));
        });
    }

    /** One step of one try: whatever it brings counts only while the try does, and no step lasts for ever. */
    private <T> void then(int mine, Duration patience, Supplier<CompletionStage<T>> step, Consumer<T> next) {
        timers.once(
                "patience",
                patience,
                () -> failed(new PbxException(Reason.TIMED_OUT, account.server() + " does not answer; trying again")));
        long since = System.nanoTime();
        begun(step).whenComplete((value, failure) -> board.writer().post(() -> {
            if (mine != attempt || stopping) {
                return;
            }
            if (failure == null) {
                backoff.took(Duration.ofNanos(System.nanoTime() - since));
                next.accept(value);
            } else {
                failed(Replies.bare(failure));
            }
        }));
    }

    /** What cannot even be begun has failed, and is tried again like all else. */
    private static <T> CompletionStage<T> begun(Supplier<CompletionStage<T>> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void opened(int mine) {
        timers.cancel();
        line.note("account", account.toString());
        line.note("cookie", session.cookie());
        session.version().ifPresent(version -> line.note("version", version));
        recorder.opened();
        // before others may speak: what is said of a call on a socket that is not registered may be ignored (embedded
        // PBX)
        registration.begin();
        attachment = line.attach(receiver(mine));
        timers.every("keep-alive", KEEP_ALIVE, () -> keepAlive(mine));
    }

    private WebSockets.Receiver receiver(int mine) {
        Inbox fresh = new Inbox(
                board.writer(),
                MOST_MESSAGES,
                MOST_CHARACTERS,
                message -> received(mine, message),
                () -> dropped(mine),
                () -> overrun(mine));
        inbox = Optional.of(fresh);
        return new WebSockets.Receiver() {
            @Override
            public void text(String frame) {
                json.message(frame)
                        .ifPresentOrElse(
                                message -> {
                                    recorder.received(message.fields());
                                    board.wire().add(account.id(), false, message);
                                    fresh.add(message, frame.length());
                                },
                                () -> unreadable.warn(account.label() + ": a frame of " + frame.length()
                                        + " characters is no JSON object within the limits; dropped"));
            }

            @Override
            public void closed(int code, String reason) {
                recorder.closed(code, reason);
                // after what came before it
                fresh.last(() -> lost(mine, code, reason));
            }
        };
    }

    private void keepAlive(int mine) {
        if (line.isOpen()) {
            registration.keepAlive();
        } else {
            lost(mine, WebSockets.ABNORMAL, "the socket is gone");
        }
    }

    private void received(int mine, Message message) {
        if (mine != attempt) {
            return;
        }
        if ("sip-register".equals(message.kind())) {
            backoff.good();
            line.note("registered", "yes");
            registration.confirmed(message);
        }
        board.received(new Received(account.id(), message));
    }

    private void dropped(int mine) {
        if (mine == attempt) {
            flood.warn(account.label() + ": the PBX sends more than can be taken in; asking it for the whole picture");
            resync();
        }
    }

    private void overrun(int mine) {
        lost(mine, WebSockets.ABNORMAL, "more signalling came than can be taken in");
    }

    @Override
    public void resync() {
        registration.resync();
    }

    @Override
    public void hurry(String why) {
        if (stopping) {
            return;
        }
        if (standing.isOpen()) {
            log.info("account {}: {}; asking the PBX for a sign of life", account.label(), why);
            line.probe();
        } else if (standing.state() == ConnectionState.CONNECTING && (waiting || !hurriedLately())) {
            log.info("account {}: {}; trying at once", account.label(), why);
            backoff.hurry();
            line.close();
            connect();
        }
    }

    /** Somebody waits: a long pause between two tries ends, a try that is under way does not. */
    void urgent() {
        if (!stopping && standing.state() == ConnectionState.CONNECTING && backoff.urgent() && waiting) {
            timers.once("connect", backoff.next(), this::connect);
        }
    }

    /** A network that changes all the time must not end every try before it is through. */
    private boolean hurriedLately() {
        long now = System.nanoTime();
        boolean lately = hurried != 0 && now - hurried < HURRIED_LATELY.toNanos();
        hurried = lately ? hurried : now;
        return lately;
    }

    private void lost(int mine, int code, String reason) {
        if (mine == attempt && !stopping) {
            again(
                    "the connection to " + account.server() + " was lost (" + code
                            + (reason.isBlank() ? "" : ", " + reason) + "); trying again",
                    ConnectionState.CONNECTING);
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof PbxException refused && refused.reason() == Reason.REFUSED) {
            again(refused.getMessage(), ConnectionState.REFUSED);
        } else if (failure instanceof PbxException known) {
            again(known.getMessage(), ConnectionState.CONNECTING);
        } else {
            again(Problems.of(account, failure), ConnectionState.CONNECTING);
        }
    }

    private void again(String problem, ConnectionState state) {
        timers.cancel();
        detach();
        attempt++;
        line.close();
        backoff.lost();
        waiting = true;
        standing.show(state, problem);
        timers.once("connect", state == ConnectionState.REFUSED ? REFUSED_AGAIN : backoff.next(), this::connect);
    }

    private void detach() {
        try {
            attachment.close();
        } catch (Exception e) { // AutoCloseable's signature; ours throws nothing
            log.warn("detaching from the socket failed", e);
        }
        attachment = () -> {};
    }
}
