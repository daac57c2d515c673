package pbx.webrtc.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.AudioEngine.Session;

/** Waiting for a session to look as wanted. */
final class Until {
    private Until() {}

    static Session session(AudioEngine engine, String owner, String id, Predicate<Session> wanted) throws Exception {
        CompletableFuture<Session> found = new CompletableFuture<>();
        Runnable look = () -> engine.sessions(owner).stream()
                .filter(session -> session.id().equals(id))
                .filter(wanted)
                .forEach(found::complete);
        Registration listening = engine.listen(owner, (session, event) -> look.run());
        try {
            look.run();
            return found.get(30, TimeUnit.SECONDS);
        } finally {
            listening.close();
        }
    }

    /** For what nobody tells. */
    static void isTrue(BooleanSupplier wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException();
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
