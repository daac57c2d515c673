package pbx.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.connection.Message;

/**
 * Signalling that came while whoever needs it was away. A call's answer comes once and no list repeats it: losing it while
 * call control is being replaced would leave the call connecting for ever. It is kept for the bundle that was away, as a plugin
 * that hears the same kinds must neither take it away nor leave behind what call control has heard.
 */
final class Kept {
    private static final Logger log = LoggerFactory.getLogger(Kept.class);
    private static final int MOST = 200;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /** Which kinds each bundle needs that may be on its way back. */
    private final Map<String, Set<String>> away = new HashMap<>();

    /** @param owners the bundles for which it is kept; empty: for whoever comes first */
    private record Waiting(Received received, Set<String> owners) {
        String kind() {
            return received.message().kind();
        }
    }

    /** @param needed whether somebody was told who needs it */
    void keep(Received received, boolean needed) {
        Set<String> owners = new HashSet<>();
        away.forEach((owner, kinds) -> {
            if (kinds.contains(received.message().kind())) {
                owners.add(owner);
            }
        });
        if (!needed || !owners.isEmpty()) {
            keep(received, owners);
        }
    }

    /** A bundle's listener has gone, and was not told all. */
    void gone(String owner, Set<String> kinds, Iterable<Received> untold) {
        away.computeIfAbsent(owner, its -> new HashSet<>()).addAll(kinds);
        for (Received received : untold) {
            if (kinds.contains(received.message().kind())) {
                keep(received, new HashSet<>(Set.of(owner)));
            }
        }
    }

    private void keep(Received received, Set<String> owners) {
        if (!Message.SIGNALLING.contains(received.message().kind())) {
            return;
        }
        if (waiting.size() == MOST) {
            Waiting lost = waiting.remove();
            log.warn("nobody listens for {} and {} such messages wait: the oldest is dropped", lost.kind(), MOST);
        }
        waiting.add(new Waiting(received, owners));
    }

    /** It is not coming back: what is kept for it alone is for whoever comes, unless somebody there needs its kind. */
    void forget(String owner, Predicate<String> needed) {
        away.remove(owner);
        waiting.removeIf(one -> one.owners().remove(owner) && one.owners().isEmpty() && needed.test(one.kind()));
    }

    /**
     * What waited for this bundle's listener, in order; it waits no longer.
     *
     * @param needed the kinds that somebody else there needs; of the others a newcomer hears what is kept for those that are away
     */
    List<Received> take(String owner, Set<String> kinds, Predicate<String> needed) {
        boolean newcomer = !away.containsKey(owner);
        List<Received> taken = new ArrayList<>();
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting one = each.next();
            if (!kinds.contains(one.kind())) {
                continue;
            }
            boolean its = one.owners().isEmpty() || one.owners().remove(owner);
            if (its || (newcomer && !needed.test(one.kind()))) {
                taken.add(one.received());
            }
            if (its && one.owners().isEmpty()) {
                each.remove();
            }
        }
        away.computeIfPresent(owner, (name, left) -> left.removeAll(kinds) && left.isEmpty() ? null : left);
        return taken;
    }
}
