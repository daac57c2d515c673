package pbx.webrtc.engine;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Which sessions there are, oldest first. Its lock is held for look-ups only, never for native work. */
final class Registry {
    private static final int STOP_SECONDS = 10;

    private final Function<Key, LiveSession> maker;
    private final Map<Key, LiveSession> live = new LinkedHashMap<>();
    private final Map<Key, CompletableFuture<Void>> closing = new HashMap<>();
    private final Map<Key, Tally> tallies = new HashMap<>();
    private boolean stopped;

    Registry(Function<Key, LiveSession> maker) {
        this.maker = maker;
    }

    /** The session of that name, made if need be, for one exchange of SDP; empty once stopped. */
    synchronized Optional<LiveSession> use(Key key) {
        if (stopped) {
            return Optional.empty();
        }
        LiveSession session = live.computeIfAbsent(key, this::open);
        tallies.computeIfAbsent(key, unused -> new Tally()).open++;
        return Optional.of(session);
    }

    synchronized Optional<LiveSession> find(Key key) {
        return Optional.ofNullable(live.get(key));
    }

    synchronized List<LiveSession> of(String owner) {
        return live.values().stream()
                .filter(session -> session.key().owner().equals(owner))
                .toList();
    }

    synchronized CompletableFuture<Void> close(Key key) {
        LiveSession session = live.remove(key);
        tallies.remove(key);
        if (session != null) {
            CompletableFuture<Void> gone = session.close();
            closing.put(key, gone);
            var unused = gone.whenComplete((nothing, error) -> forget(key, gone));
        }
        return closing.getOrDefault(key, CompletableFuture.completedFuture(null))
                .copy();
    }

    /** One exchange is over. A session without a single good one is closed: it would be there only because it failed. */
    synchronized void used(LiveSession session, boolean good) {
        Key key = session.key();
        if (live.get(key) != session) {
            return;
        }
        Tally tally = tallies.get(key);
        tally.open--;
        tally.good |= good;
        if (!tally.good && tally.open == 0) {
            var unused = close(key);
        }
    }

    void stop() {
        try {
            CompletableFuture.allOf(closeAll()).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception error) {
            System.getLogger("pbx.webrtc").log(Level.WARNING, "Some audio sessions did not close in time.", error);
        }
    }

    private synchronized CompletableFuture<?>[] closeAll() {
        stopped = true;
        new ArrayList<>(live.keySet()).forEach(key -> {
            var unused = close(key);
        });
        return closing.values().toArray(CompletableFuture[]::new);
    }

    /** The successor of a session that is still closing begins when that one is gone, so that their events do not mix. */
    private LiveSession open(Key key) {
        LiveSession session = maker.apply(key);
        session.open(closing.getOrDefault(key, CompletableFuture.completedFuture(null)));
        return session;
    }

    private synchronized void forget(Key key, CompletableFuture<Void> gone) {
        closing.remove(key, gone);
    }

    /** How the exchanges of a session went. */
    private static final class Tally {
        private int open;
        private boolean good;
    }
}
