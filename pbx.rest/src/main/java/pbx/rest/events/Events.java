package pbx.rest.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.api.PbxException;
import pbx.api.access.Token;
import pbx.api.access.Tokens;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.listeners.WriterThread;
import pbx.rest.Phone;
import pbx.rest.RestConfig;
import pbx.rest.Shapes;

/** Tells the open streams what happens, and each of them every 15 s that it is still there. */
@Component(
        service = {Events.class, CallListener.class, ConnectionListener.class, PresenceListener.class},
        configurationPid = RestConfig.PID,
        immediate = true)
public final class Events implements CallListener, ConnectionListener, PresenceListener {
    private static final Set<String> KINDS = Set.of("call", "account", "presence");
    private static final Set<String> USUAL = Set.of("call", "account");
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Phone phone;
    private final Tokens tokens;
    private final int most;
    private final EventLog log;
    private final Map<EventStream, Owner> open = new ConcurrentHashMap<>();
    private boolean ended; // guarded by what is open
    private final WriterThread thread = new WriterThread("pbx-rest-events");

    @Activate
    public Events(@Reference Phone phone, @Reference Tokens tokens, RestConfig config) {
        this.phone = phone;
        this.tokens = tokens;
        this.most = config.streams();
        this.log = new EventLog(Long.toString(System.currentTimeMillis(), 36), config.events());
        var unused = thread.after(HEARTBEAT, this::again);
    }

    /** @param kinds comma-separated; null: calls and accounts. INVALID if there is none such */
    public static Set<String> kinds(String kinds) {
        Set<String> wanted = kinds == null ? USUAL : new TreeSet<>(List.of(kinds.split(",", -1)));
        if (!KINDS.containsAll(wanted)) {
            throw new PbxException(
                    PbxException.Reason.INVALID, "kinds are call, account and presence, parted by commas");
        }
        return wanted;
    }

    /** Opens a stream as the answer of this request. False, and nothing is done: this token may not open one more. */
    public boolean open(HttpServletRequest request, HttpServletResponse response, Token token, Set<String> kinds)
            throws IOException {
        EventStream stream;
        synchronized (open) { // two at once would both find the last place
            if (ended) { // nobody would tell it anything, nor close it
                throw new PbxException(
                        PbxException.Reason.STOPPED, "the events are being replaced: try again in a moment");
            }
            if (!room(token)) {
                return false;
            }
            stream = stream(request, response, kinds);
            open.put(stream, owner(token, request.getHeader("Authorization")));
        }
        log.subscribe(stream, request.getHeader("Last-Event-ID"), () -> picture(kinds));
        stream.begin();
        return true;
    }

    private boolean room(Token token) {
        long own =
                open.values().stream().map(Owner::token).filter(token::equals).count();
        return open.size() < most && own < Math.max(1, most / 2);
    }

    /**
     * Who hears a stream.
     *
     * @param known whether what came with the request is still this token; it holds the secret, which no text of it shows
     */
    private record Owner(Token token, BooleanSupplier known) {}

    /** The name alone proves nothing: a token that leaked is replaced by one of its name and role. */
    private Owner owner(Token token, String authorization) {
        return new Owner(token, () -> tokens.check(authorization).equals(Optional.of(token)));
    }

    private EventStream stream(HttpServletRequest request, HttpServletResponse response, Set<String> kinds)
            throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        AsyncContext context = request.startAsync();
        EventStream[] self = new EventStream[1];
        self[0] = new EventStream(context, response.getOutputStream(), kinds, () -> gone(self[0]));
        return self[0];
    }

    private void gone(EventStream stream) {
        open.remove(stream);
        thread.post(() -> log.unsubscribe(stream)); // not here: it may be in the midst of telling all
    }

    private Map<String, Object> picture(Set<String> kinds) {
        Map<String, Object> picture = new LinkedHashMap<>();
        if (kinds.contains("account")) {
            picture.put("accounts", phone.accounts().stream().map(Shapes::of).toList());
        }
        if (kinds.contains("call")) {
            picture.put("calls", phone.callsNow().stream().map(Shapes::of).toList());
        }
        if (kinds.contains("presence")) {
            picture.put(
                    "presences", phone.presencesNow().stream().map(Shapes::of).toList());
        }
        return picture;
    }

    private void again() {
        var unused = thread.after(HEARTBEAT, this::again);
        beat();
    }

    /** A token that was taken back or replaced hears no more, and none does while they cannot be read. */
    void beat() {
        open.forEach((stream, owner) -> {
            if (owner.known().getAsBoolean()) {
                stream.take(COMMENT);
            } else {
                stream.close();
            }
        });
    }

    @Override
    public void callChanged(CallChange change) {
        log.add("call", Shapes.of(change.after()));
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        log.add("account", Shapes.of(change.after()));
    }

    /** Of one that is gone, what was known last, with {@code gone}. */
    @Override
    public void presenceChanged(PresenceChange change) {
        change.after().or(change::before).ifPresent(presence -> {
            Map<String, Object> shape = Shapes.of(presence);
            shape.put("gone", change.after().isEmpty());
            log.add("presence", shape);
        });
    }

    @Deactivate
    public void stop() {
        synchronized (open) {
            ended = true;
        }
        List.copyOf(open.keySet()).forEach(EventStream::close);
        thread.close();
    }
}
