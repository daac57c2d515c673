package pbx.callcontrol;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Dialect;
import pbx.api.connection.Message;
import pbx.listeners.Replies;
import pbx.listeners.Writer;

/** The accounts' connections, and what is said over them. May be used from any thread; outcomes come on the writer. */
final class Exchanges {
    private final Writer writer;
    private final Map<AccountId, Connection> connections = new ConcurrentHashMap<>();
    /** Accounts that were here once: most come back with their transport. */
    private final Set<AccountId> seen = ConcurrentHashMap.newKeySet();

    Exchanges(Writer writer) {
        this.writer = writer;
    }

    void add(Connection connection) {
        connections.put(connection.account(), connection);
        seen.add(connection.account());
    }

    /** False: there is another one of the account by now. */
    boolean remove(Connection connection) {
        return connections.remove(connection.account(), connection);
    }

    Optional<ConnectionStatus> status(AccountId account) {
        return Optional.ofNullable(connections.get(account)).map(Connection::status);
    }

    boolean open(AccountId account) {
        return status(account).filter(status -> status.state().open()).isPresent();
    }

    boolean modern(AccountId account) {
        return status(account)
                .filter(status -> status.dialect() == Dialect.MODERN)
                .isPresent();
    }

    /** Throws NOT_CONNECTED before anything is done, where something is to be sent. */
    ConnectionStatus required(AccountId account) {
        ConnectionStatus status = status(account)
                .orElseThrow(() -> seen.contains(account)
                        ? gone(account)
                        : new PbxException(Reason.UNKNOWN_ACCOUNT, "there is no account " + account));
        if (!status.state().open()) {
            throw new PbxException(
                    Reason.NOT_CONNECTED,
                    status.label() + " is not connected: " + status.problem().orElse("trying again"));
        }
        return status;
    }

    /** A call waits for the account's connection. */
    void urgent(AccountId account) {
        Connection connection = connections.get(account);
        if (connection != null) {
            connection.urgent();
        }
    }

    /** Sends what needs no answer; a lost socket shows itself by its state. */
    void send(Leg leg, Message message) {
        send(leg.id.account(), message);
    }

    CompletionStage<Void> send(AccountId account, Message message) {
        Connection connection = connections.get(account);
        return connection == null ? CompletableFuture.failedFuture(gone(account)) : connection.send(message);
    }

    /** Exactly one of {@code done} and {@code failed} is run, when it is written or cannot be. */
    void send(Leg leg, Message message, Runnable done, Consumer<PbxException> failed) {
        on(send(leg.id.account(), message), nothing -> done.run(), failed);
    }

    /** Asks over REST. An answer of {@code false} is a refusal, as where the PBX logs in (protocol notes 1.5). */
    void ask(AccountId account, Request request, Consumer<Object> done, Consumer<PbxException> failed) {
        Connection connection = connections.get(account);
        CompletionStage<Object> asking = connection == null
                ? CompletableFuture.failedFuture(gone(account))
                : connection.ask(request.method(), request.path(), request.body());
        on(
                asking,
                answer -> {
                    if (Boolean.FALSE.equals(answer)) {
                        failed.accept(new PbxException(Reason.REFUSED, "the PBX said no"));
                    } else {
                        done.accept(answer);
                    }
                },
                failed);
    }

    private static PbxException gone(AccountId account) {
        return new PbxException(
                Reason.NOT_CONNECTED,
                "the account " + account + " has gone; unless it was deleted it is back in a moment: try again");
    }

    private <T> void on(CompletionStage<T> stage, Consumer<T> done, Consumer<PbxException> failed) {
        stage.whenComplete((value, failure) -> writer.post(() -> {
            if (failure == null) {
                done.accept(value);
            } else {
                failed.accept(
                        Replies.bare(failure) instanceof PbxException known
                                ? known
                                : new PbxException(Reason.REFUSED, "the PBX could not be asked: " + failure, failure));
            }
        }));
    }
}
