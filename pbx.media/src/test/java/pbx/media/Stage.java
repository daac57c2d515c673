package pbx.media;

import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import pbx.api.AccountId;
import pbx.api.call.CallId;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.AudioEngine.PcmSource;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.AudioEngine.State;
import pbx.webrtc.Ear;
import pbx.webrtc.device.NativeDevices;
import pbx.webrtc.engine.StandaloneEngine;

/** The real engine, and a far end for calls: another owner in it. */
final class Stage implements AutoCloseable {
    static final String FAR = "far";

    private final StandaloneEngine standalone = new StandaloneEngine();
    final AudioEngine engine = standalone.engine();
    final AudioDevices devices = new NativeDevices(null);

    static CallId call(String id) {
        return new CallId(new AccountId("demo"), id);
    }

    /** Connects a call of ours with the far end. */
    void connect(CallId call) throws Exception {
        String id = Sessions.id(call);
        String offer = get(engine.offer(Sessions.OWNER, id));
        String answer = get(engine.answer(FAR, id, offer));
        trickle(Sessions.OWNER, FAR, id);
        trickle(FAR, Sessions.OWNER, id);
        get(engine.accept(Sessions.OWNER, id, answer));
        CompletableFuture<Void> connected = new CompletableFuture<>();
        Runnable look = () -> engine.sessions(FAR).stream()
                .filter(session -> session.id().equals(id) && session.state() == State.CONNECTED)
                .forEach(session -> connected.complete(null));
        Registration listening = engine.listen(FAR, (session, event) -> look.run());
        look.run();
        get(connected);
        listening.close();
    }

    private void trickle(String from, String to, String id) {
        Set<LocalCandidate> told = new HashSet<>();
        Runnable tell = () -> {
            synchronized (told) {
                engine.sessions(from).stream()
                        .filter(session -> session.id().equals(id))
                        .flatMap(session -> session.candidates().stream())
                        .filter(told::add)
                        .forEach(found -> engine.candidate(to, id, found.line(), found.mid(), found.index()));
            }
        };
        engine.listen(from, (session, event) -> tell.run());
        tell.run();
    }

    /** What the far end hears. */
    Ear ear(CallId call) {
        Ear ear = new Ear();
        engine.sink(FAR, Sessions.id(call), ear);
        return ear;
    }

    /** What the far end says. */
    Registration says(CallId call, PcmSource source) {
        return engine.source(FAR, Sessions.id(call), source);
    }

    /** The reference of a listener, which has nothing but a bundle with a name. */
    static <T> ServiceReference<T> reference() {
        Bundle bundle = proxy(Bundle.class, (method, args) -> "test");
        @SuppressWarnings("unchecked") // it gives no service
        ServiceReference<T> reference = proxy(ServiceReference.class, (method, args) -> bundle);
        return reference;
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answer.to(method.getName(), args)));
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }

    @Override
    public void close() {
        standalone.close();
    }
}
