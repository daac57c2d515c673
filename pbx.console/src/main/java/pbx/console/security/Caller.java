package pbx.console.security;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Who is served by this thread. Felix tells those who look at changed configurations everything but that. Every request of
 * the console overwrites it.
 */
final class Caller {
    private final Map<Thread, Visitor> here = Collections.synchronizedMap(new WeakHashMap<>());

    void is(Visitor visitor) {
        here.put(Thread.currentThread(), visitor);
    }

    void isNobody() {
        here.remove(Thread.currentThread());
    }

    String words() {
        Visitor visitor = here.get(Thread.currentThread());
        return visitor == null ? "unknown" : visitor.toString();
    }
}
