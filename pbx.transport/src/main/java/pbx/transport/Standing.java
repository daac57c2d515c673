package pbx.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.listeners.Writer;

/**
 * How an account stands, told to the board, to the log and to whoever waits until it is up. Confined to the board's writer, save
 * what is only read.
 */
final class Standing {
    /** How long the ready line may be kept waiting; less than it waits for us (pbx.shell, ready.wait). */
    private static final Duration READY_TIME = Duration.ofSeconds(25);
    /** A problem that is gone by then was none worth waking anybody for. */
    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(4);

    private final ConnectionBoard board;
    private final Supplier<Account> account;
    private final Supplier<Optional<String>> version;
    private final Trouble trouble;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    /** Answers whoever waits for {@link #ready} when that has taken too long, through all tries. */
    private Writer.Timer late = () -> {};

    private volatile ConnectionStatus status;

    /** @param version the PBX's, once it is known */
    Standing(ConnectionBoard board, Supplier<Account> account, Supplier<Optional<String>> version) {
        this.board = board;
        this.account = account;
        this.version = version;
        this.trouble = new Trouble(board.writer(), WORTH_A_WARNING);
        this.status = status(ConnectionState.CONNECTING, "connecting");
    }

    ConnectionStatus status() {
        return status;
    }

    ConnectionState state() {
        return status.state();
    }

    boolean isOpen() {
        return state().open();
    }

    Optional<String> problem() {
        return status.problem();
    }

    CompletionStage<String> ready() {
        return ready;
    }

    PbxException notConnected() {
        return new PbxException(
                Reason.NOT_CONNECTED,
                account.get().label() + " is not connected: " + problem().orElse("the socket is gone"));
    }

    void begin() {
        late = board.writer().after(READY_TIME, () -> notReady(problem().orElse("connecting")));
    }

    void show(ConnectionState state, String problem) {
        status = status(state, problem);
        trouble.show(status);
        if (state == ConnectionState.REGISTERED) {
            ready.complete("account " + account.get().label() + " registered");
        } else if (state == ConnectionState.REFUSED) {
            notReady(problem);
        }
        board.changed(status);
    }

    void end() {
        notReady("its connection was stopped");
        late.close(); // what waits holds the sockets' classes, while they are being replaced
        trouble.close();
    }

    private void notReady(String why) {
        ready.complete("account " + account.get().label() + " not registered: " + why);
    }

    private ConnectionStatus status(ConnectionState state, String problem) {
        Account now = account.get();
        Optional<String> known = version.get();
        return new ConnectionStatus(
                now.id(),
                now.label(),
                now.extension(),
                now.tenant(),
                now.server().toString(),
                state,
                now.secure(),
                known,
                now.dialect(known),
                now.country(),
                Optional.of(problem).filter(p -> !p.isBlank()));
    }
}
