package pbx.messages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.listeners.Replies;
import pbx.listeners.Writer;

/**
 * One list of each account, read whole from its PBX whenever something may have changed it. An account is read once at a time,
 * so that no answer overtakes a newer one; who asks meanwhile waits for the next. For any thread, save {@link #connection}.
 *
 * @param <T> an entry
 * @param <C> what tells of an account's list
 */
final class Lists<T, C> {
    private final Writer writer;
    private final Connections connections;
    private final Request request;
    private final BiFunction<AccountId, Object, List<T>> reader;
    private final Change<T, C> change;
    private final Snapshots<AccountId, C, ?> snapshots;
    private final Map<AccountId, List<T>> known = new ConcurrentHashMap<>();
    private final Map<AccountId, List<CompletableFuture<Void>>> waiting = new HashMap<>();
    private final Set<AccountId> reading = new HashSet<>();

    /** How a list is told of. */
    interface Change<T, C> {
        C of(AccountId account, List<T> entries, Optional<String> problem);
    }

    Lists(
            Writer writer,
            Connections connections,
            Request request,
            BiFunction<AccountId, Object, List<T>> reader,
            Change<T, C> change,
            Snapshots<AccountId, C, ?> snapshots) {
        this.writer = writer;
        this.connections = connections;
        this.request = request;
        this.reader = reader;
        this.change = change;
        this.snapshots = snapshots;
    }

    List<T> of(AccountId account) {
        return known.getOrDefault(account, List.of());
    }

    List<T> all(Comparator<T> order) {
        return known.values().stream().flatMap(List::stream).sorted(order).toList();
    }

    /** Completes when an answer that was asked for after this call has been told of. */
    CompletionStage<Void> refresh(AccountId account) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        writer.post(() -> {
            waiting.computeIfAbsent(account, none -> new ArrayList<>()).add(done);
            read(account);
        });
        return done;
    }

    /** A fresh session may show another list; a closed account has none. */
    void connection(ConnectionChange now) {
        AccountId account = now.after().account();
        if (now.after().state() == ConnectionState.CLOSED) {
            writer.post(() -> {
                known.remove(account);
                snapshots.forget(change.of(account, List.of(), Optional.empty()));
            });
        } else if (now.after().state() == ConnectionState.REGISTERED
                && now.before()
                        .filter(b -> b.state() == ConnectionState.REGISTERED)
                        .isEmpty()) {
            refresh(account);
        }
    }

    private void read(AccountId account) {
        if (waiting.containsKey(account) && reading.add(account)) {
            List<CompletableFuture<Void>> asked = waiting.remove(account);
            connections
                    .ask(account, request)
                    .whenComplete((answer, failure) -> writer.post(() -> {
                        reading.remove(account);
                        answered(account, answer, failure, asked);
                        read(account);
                    }));
        }
    }

    private void answered(AccountId account, Object answer, Throwable failure, List<CompletableFuture<Void>> asked) {
        try {
            if (failure != null) {
                throw failure;
            }
            List<T> entries = reader.apply(account, answer);
            tell(account, entries, Optional.empty());
            asked.forEach(done -> done.complete(null));
        } catch (Throwable e) { // also what a reader makes of an answer that nobody has thought of
            PbxException problem = Replies.bare(e) instanceof PbxException known
                    ? known
                    : new PbxException(
                            Reason.UNSUPPORTED, "the PBX's answer to " + request.path() + " is not understood", e);
            tell(account, of(account), Optional.of(String.valueOf(problem.getMessage())));
            asked.forEach(done -> done.completeExceptionally(problem));
        }
    }

    // An answer that comes after its account has gone is nobody's.
    private void tell(AccountId account, List<T> entries, Optional<String> problem) {
        if (connections.of(account).isPresent()) {
            known.put(account, entries);
            snapshots.tell(change.of(account, entries, problem));
        }
    }
}
