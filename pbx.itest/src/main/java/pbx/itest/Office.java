package pbx.itest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.media.Media;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaListener;
import pbx.api.message.ChatChange;
import pbx.api.message.ChatListener;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.api.presence.PresenceState;
import pbx.api.presence.Presences;
import pbx.webrtc.AudioEngine;

/** The embedded PBX on a free port, accounts on it, and listeners that remember: what most tests need. */
final class Office implements AutoCloseable {
    private static final String ACCOUNT = "pbx.account~";

    final Watched<ConnectionChange> connections = new Watched<>();
    final Watched<CallChange> calls = new Watched<>();
    final Watched<MediaChange> medias = new Watched<>();
    final Watched<PresenceChange> presences = new Watched<>();
    final Watched<ChatChange> chats = new Watched<>();
    final int port;
    private final BundleContext context = FrameworkUtil.getBundle(Office.class).getBundleContext();
    private final Map<String, Configuration> configurations = new LinkedHashMap<>();
    private final Map<Class<?>, ServiceTracker<?, ?>> trackers = new ConcurrentHashMap<>();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    Office() throws Exception {
        this(Map.of());
    }

    /** @param pbx settings of the embedded PBX beside the usual ones, for example its dialect */
    Office(Map<String, Object> pbx) throws Exception {
        port = freePort();
        Path data = Files.createTempDirectory("pbx-simulator");
        Map<String, Object> settings = new HashMap<>(pbx);
        settings.putAll(Map.of(
                "httpPort",
                port,
                "httpsPort",
                -1,
                "directory",
                data.toString(),
                ".password",
                "demo",
                ".adminPassword",
                "demo"));
        configure("pbx.simulator", settings);
        registrations.add(context.registerService(ConnectionListener.class, connections::add, null));
        registrations.add(context.registerService(CallListener.class, calls::add, null));
        registrations.add(context.registerService(MediaListener.class, medias::add, null));
        registrations.add(context.registerService(PresenceListener.class, presences::add, null));
        registrations.add(context.registerService(ChatListener.class, chats::add, null));
    }

    /** None of those that the system gives to any connection: while the PBX restarts, somebody's might have it. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException taken) {
                // another one, then
            }
        }
    }

    /** Signs an extension in and waits until it is registered. */
    AccountId account(String extension) throws Exception {
        AccountId id = account("x" + extension, extension, "demo", port);
        connections.await(
                extension + " registered",
                change -> change.after().account().equals(id) && change.after().state() == ConnectionState.REGISTERED);
        return id;
    }

    AccountId account(String name, String extension, String password, int onPort) throws IOException {
        configure(
                ACCOUNT + name,
                Map.of(
                        "server",
                        "http://127.0.0.1:" + onPort,
                        "tenant",
                        "localhost",
                        "extension",
                        extension,
                        ".password",
                        password));
        return new AccountId(name);
    }

    void configure(String pid, Map<String, Object> settings) throws IOException {
        ConfigurationAdmin admin = service(ConfigurationAdmin.class);
        int tilde = pid.indexOf('~');
        Configuration configuration = tilde < 0
                ? admin.getConfiguration(pid, "?")
                : admin.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
        configuration.update(FrameworkUtil.asDictionary(settings));
        configurations.put(pid, configuration);
    }

    void delete(String pid) throws IOException {
        configurations.remove(pid).delete();
    }

    Calls calls() {
        return service(Calls.class);
    }

    Media media() {
        return service(Media.class);
    }

    Presences presences() {
        return service(Presences.class);
    }

    AudioEngine engine() {
        return service(AudioEngine.class);
    }

    /** Listens to what the call receives. */
    Ear ear(Call call) {
        return new Ear(engine(), session(call));
    }

    /** Says this into the call instead of the microphone. */
    AudioEngine.Registration say(Call call, AudioEngine.PcmSource source) {
        return engine().source("media", session(call), source);
    }

    private static String session(Call call) {
        return call.account() + "/" + call.id();
    }

    Call dial(AccountId from, String number) throws Exception {
        return get(calls().dial(from, number));
    }

    /** Dials and waits until it talks. */
    Call talk(AccountId from, String number) throws Exception {
        return await(dial(from, number), CallState.ACTIVE);
    }

    Call await(Call call, CallState state) throws InterruptedException {
        return calls.await(
                        call.id() + " " + state,
                        change -> change.after().id().equals(call.id())
                                && change.after().state() == state)
                .after();
    }

    /** The call that rings at {@code account} now, or next. */
    Call ringing(AccountId account) throws InterruptedException {
        return calls.await(
                        "a call for " + account,
                        change -> change.after().account().equals(account)
                                && change.after().offered()
                                && calls().list().stream().anyMatch(c -> c.id().equals(
                                                change.after().id())))
                .after();
    }

    /** Seen through {@code seenBy} from now on; what was told before does not count. */
    void awaitPresence(AccountId seenBy, String number, PresenceState state) throws InterruptedException {
        presences.await(number + " " + state, change -> presences().list().stream()
                .anyMatch(p -> p.seenBy().equals(seenBy) && p.number().equals(number) && p.state() == state));
    }

    static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** Has the embedded PBX do something, as {@code pbx:sim} does (pbx.simulator/CONTROL.md). */
    void simulator(String... words) throws Exception {
        ServiceTracker<?, ?> tracker =
                new ServiceTracker<>(context, context.createFilter("(osgi.command.function=sim)"), null);
        tracker.open();
        try {
            Object command = tracker.waitForService(10_000);
            command.getClass().getMethod("sim", String[].class).invoke(command, (Object) words);
        } finally {
            tracker.close();
        }
    }

    <T> T service(Class<T> type) {
        ServiceTracker<?, ?> tracker = trackers.computeIfAbsent(type, this::tracker);
        try {
            T service = type.cast(tracker.waitForService(10_000));
            if (service == null) {
                throw new AssertionError("there is no service " + type.getName());
            }
            return service;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Open until the office closes: a service of its own for each bundle would end with its last user. */
    private <T> ServiceTracker<T, T> tracker(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return tracker;
    }

    Bundle bundle(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError("there is no bundle " + name);
    }

    /** Hangs up what is up, and takes everything away again. */
    @Override
    public void close() throws Exception {
        for (Call call : calls().list()) { // the other end of one that was hung up just now may be gone meanwhile
            get(calls().hangUp(call.id()).handle((done, gone) -> done));
        }
        for (Map.Entry<String, Configuration> each : configurations.entrySet()) {
            connections.forget(); // a replaced transport has said of its accounts that they are closed
            each.getValue().delete();
            if (each.getKey().startsWith(ACCOUNT)) {
                String name = each.getKey().substring(ACCOUNT.length());
                connections.await(
                        name + " closed",
                        change -> change.after().account().value().equals(name)
                                && change.after().state() == ConnectionState.CLOSED);
            }
        }
        registrations.forEach(ServiceRegistration::unregister);
        trackers.values().forEach(ServiceTracker::close);
    }
}
