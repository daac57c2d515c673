package pbx.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The calls of a tenant. Own calls and everybody's calls come under one name with no mark (protocol notes 6.3), so that a
 * list may lack a call because it is over, or because it is not that sort of list. A call goes when a list lacks it that must
 * have held it, or when two witnesses speak against it; one against which only one speaks is doubted: shown, and asked about.
 */
final class CallBook {
    /** What may speak against a call. */
    private enum Witness {
        /** A list lacks it that may be one of own calls alone. */
        LIST,
        /** The state of one of its ends names no call. */
        END
    }

    private final Consumer<String> touched;
    private final Predicate<TenantCall> surelyOfOthers;
    private final Map<String, TenantCall> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, TenantCall>> byNumber = new HashMap<>();
    private final Map<String, Witness> doubted = new HashMap<>();
    /** Own calls in which the own number does not occur, as the PBX told when asked. */
    private final Set<String> mine = new HashSet<>();
    /** What the last list held that is not an own call by its numbers. */
    private Set<String> foreign = Set.of();

    private String own = "";

    /** @param touched is told every number whose calls have changed */
    CallBook(Consumer<String> touched, Predicate<TenantCall> surelyOfOthers) {
        this.touched = touched;
        this.surelyOfOthers = surelyOfOthers;
    }

    void own(String extension) {
        own = extension;
    }

    Collection<TenantCall> of(String number) {
        Map<String, TenantCall> its = byNumber.get(number);
        return its == null ? List.of() : its.values();
    }

    boolean doubts() {
        return !doubted.isEmpty();
    }

    /** The list is everybody's, whatever it holds. */
    void all(List<TenantCall> calls) {
        List.copyOf(byId.values()).forEach(this::remove);
        mine.clear();
        calls.forEach(this::put);
    }

    /** The list is either of own calls or of everybody's. */
    void list(List<TenantCall> calls) {
        Set<String> ids = new HashSet<>();
        Set<String> others = new HashSet<>();
        boolean everybodys = false;
        for (TenantCall call : calls) {
            ids.add(call.id());
            if (!isMine(call)) {
                others.add(call.id());
                everybodys = everybodys || surelyOfOthers.test(call);
            }
        }
        foreign = others;
        for (TenantCall call : List.copyOf(byId.values())) {
            if (!ids.contains(call.id())) {
                if (everybodys || isMine(call)) {
                    remove(call);
                } else {
                    doubt(call, Witness.LIST);
                }
            }
        }
        calls.forEach(this::put);
    }

    /** The state of {@code number} names no call. */
    void idle(String number) {
        List.copyOf(of(number)).forEach(call -> doubt(call, Witness.END));
    }

    /** The PBX was asked for the own calls and named these. */
    void ownCalls(Set<String> ids) {
        boolean everybodys = !ids.containsAll(foreign);
        mine.addAll(ids);
        mine.retainAll(byId.keySet());
        for (TenantCall call : doubtedCalls()) {
            if (ids.contains(call.id())) {
                doubted.remove(call.id());
            } else if (isMine(call) || (everybodys && doubted.get(call.id()) == Witness.LIST)) {
                remove(call);
            }
        }
    }

    private List<TenantCall> doubtedCalls() {
        return doubted.keySet().stream().map(byId::get).toList();
    }

    private boolean isMine(TenantCall call) {
        return (!own.isEmpty() && call.involves(own)) || mine.contains(call.id());
    }

    private void doubt(TenantCall call, Witness witness) {
        Witness before = doubted.putIfAbsent(call.id(), witness);
        if (before != null && before != witness) {
            remove(call);
        }
    }

    private void put(TenantCall call) {
        doubted.remove(call.id());
        TenantCall before = byId.get(call.id());
        if (call.equals(before)) {
            return;
        }
        if (before != null && !before.isBetweenTheSameAs(call)) {
            remove(before);
        }
        byId.put(call.id(), call);
        for (String number : call.numbers()) {
            byNumber.computeIfAbsent(number, n -> new LinkedHashMap<>()).put(call.id(), call);
            touched.accept(number);
        }
    }

    private void remove(TenantCall call) {
        byId.remove(call.id());
        doubted.remove(call.id());
        mine.remove(call.id());
        for (String number : call.numbers()) {
            byNumber.computeIfPresent(
                    number, (n, calls) -> calls.remove(call.id()) != null && calls.isEmpty() ? null : calls);
            touched.accept(number);
        }
    }
}
