package pbx.rest;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;
import pbx.api.presence.Presences;

/** A phone with an account, a call and a colleague, all with hostile names; it notes what it is told to do. */
public final class Office {
    public static final AccountId DEMO = new AccountId("demo");
    public static final String HOSTILE = "\"><script>alert(1)</script>\r\nSet-Cookie: a=b\u0000\u2028";
    private static final Instant BEGAN = Instant.parse("2026-01-01T10:00:00Z");

    public final List<String> done = new CopyOnWriteArrayList<>();
    public final Phone phone = new Phone();
    /** Who is there. */
    public volatile List<Presence> present = List.of(presence());
    /** What the next commands fail with; null: they succeed. */
    public volatile PbxException failure;

    public Office() {
        phone.bindConnection(proxy(Connection.class, (method, words) -> status(ConnectionState.REGISTERED)));
        phone.bindCalls(proxy(Calls.class, this::calls));
        phone.bindPresences(proxy(Presences.class, this::presences));
    }

    private Object calls(Method method, Object... words) {
        return method.getName().equals("list") ? List.of(call("live", CallState.ACTIVE)) : command(method, words);
    }

    private Object presences(Method method, Object... words) {
        return switch (method.getName()) {
            case "list" -> present;
            case "search" ->
                present.stream()
                        .filter(who -> who.number().startsWith((String) words[0]))
                        .limit((int) words[1])
                        .toList();
            default -> command(method, words).thenApply(call -> presence());
        };
    }

    private CompletableFuture<Call> command(Method method, Object... words) {
        done.add(method.getName() + List.of(words));
        return failure == null
                ? CompletableFuture.completedFuture(call("call-1", CallState.ENDED))
                : CompletableFuture.failedFuture(failure);
    }

    public static ConnectionStatus status(ConnectionState state) {
        return new ConnectionStatus(
                DEMO,
                "45@localhost",
                "45",
                "localhost",
                "https://pbx",
                state,
                true,
                Optional.of("67.0.5"),
                Optional.empty());
    }

    public static Call call(String id, CallState state) {
        boolean over = state == CallState.ENDED;
        return new Call(
                new CallId(DEMO, id),
                Direction.IN,
                new Party("44", HOSTILE),
                state,
                false,
                false,
                false,
                MediaState.CONNECTED,
                true,
                BEGAN,
                Optional.of(BEGAN.plusSeconds(3)),
                over ? Optional.of(new Ending(Ending.By.THERE, EndReason.HUNG_UP, "hung up")) : Optional.empty(),
                over ? Optional.of(BEGAN.plusSeconds(63)) : Optional.empty(),
                false,
                "");
    }

    public static Presence presence() {
        return presence(DEMO, "44");
    }

    public static Presence presence(AccountId seenBy, String number) {
        return new Presence(
                seenBy,
                number,
                HOSTILE,
                Presence.Kind.EXTENSION,
                PresenceState.TALKING,
                true,
                false,
                false,
                List.of(new Party("45", HOSTILE)),
                Map.of());
    }

    private interface Service {
        Object answer(Method method, Object... words);
    }

    private static <T> T proxy(Class<T> type, Service service) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, words) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? (Object) (self == words[0]) : System.identityHashCode(self);
            }
            return service.answer(method, words == null ? new Object[0] : words);
        }));
    }
}
