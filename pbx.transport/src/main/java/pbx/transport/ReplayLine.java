package pbx.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.socket.WebSockets;

/**
 * A line to a recording: {@code replay:FILE?speed=N} (1 to 1000). What the PBX said then it says again, in the same rhythm or
 * faster; what is said to it is forgotten. At the recording's end the line stays open and silent.
 */
final class ReplayLine implements Line {
    private static final Session SESSION = new Session("session=none", Optional.of("0 (a recording)"));

    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private final Account account;
    private Replay replay;
    private Replay.Part open;

    ReplayLine(Account account) {
        this.account = account;
    }

    @Override
    public synchronized CompletableFuture<Session> login(Duration patience) {
        try {
            replay = replay == null ? Replay.of(account.server().getRawSchemeSpecificPart()) : replay;
            return CompletableFuture.completedFuture(SESSION);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(new PbxException(Reason.REFUSED, e.getMessage(), e));
        }
    }

    @Override
    public synchronized CompletionStage<Void> open(Session session) {
        close();
        open = replay.next();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized boolean isOpen() {
        return open != null;
    }

    @Override
    public Map<String, String> notes() {
        return Map.copyOf(notes);
    }

    @Override
    public void note(String key, String value) {
        notes.put(key, value);
    }

    @Override
    public synchronized CompletionStage<Void> send(String frame) {
        return open == null
                ? CompletableFuture.failedFuture(new IllegalStateException("the replay is not open"))
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized AutoCloseable attach(WebSockets.Receiver receiver) {
        Replay.Part part = open;
        part.play(receiver);
        return part::stop;
    }

    @Override
    public void probe() {
        // a recording is always there
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.stop();
            open = null;
        }
    }

    @Override
    public CompletionStage<Object> ask(Session session, String method, String path, Map<String, Object> body) {
        return silent();
    }

    @Override
    public CompletionStage<byte[]> fetch(Session session, String path) {
        return silent();
    }

    private static <T> CompletionStage<T> silent() {
        return CompletableFuture.failedFuture(new PbxException(Reason.UNSUPPORTED, "a recording answers no requests"));
    }
}
