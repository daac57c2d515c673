package pbx.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.Connection;

/** The accounts' ways to their PBX. For any thread. */
final class Connections {
    private final Map<AccountId, Connection> present = new ConcurrentHashMap<>();

    void add(Connection connection) {
        present.put(connection.account(), connection);
    }

    /** Only the same one is forgotten: the next is bound before. */
    void remove(Connection connection) {
        present.remove(connection.account(), connection);
    }

    /** Those whose PBX can be asked now. */
    List<AccountId> open() {
        return present.values().stream()
                .filter(connection -> connection.status().state().open())
                .map(Connection::account)
                .toList();
    }

    Optional<Connection> of(AccountId account) {
        return Optional.ofNullable(present.get(account));
    }

    /** Fails with UNKNOWN_ACCOUNT besides what the connection fails with. */
    CompletionStage<Object> ask(AccountId account, Request request) {
        return of(account)
                .map(connection -> connection.ask(request.method(), request.path(), request.body()))
                .orElseGet(() -> unknown(account));
    }

    /** Fails as {@link #ask}. */
    CompletionStage<byte[]> fetch(AccountId account, String path) {
        return of(account).map(connection -> connection.fetch(path)).orElseGet(() -> unknown(account));
    }

    static <T> CompletableFuture<T> unknown(AccountId account) {
        return CompletableFuture.failedFuture(
                new PbxException(Reason.UNKNOWN_ACCOUNT, "there is no account " + account));
    }
}
