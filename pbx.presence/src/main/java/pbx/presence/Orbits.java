package pbx.presence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pbx.api.connection.Message;

/**
 * Park orbits that the tenant's picture does not hold: they are told for themselves. After a lost connection each is in
 * doubt until it is told again.
 */
final class Orbits {
    private final Consumer<String> touched;
    private final Map<String, Person> told = new HashMap<>();
    private final Set<String> doubted = new HashSet<>();

    /** @param touched is told every number that has changed */
    Orbits(Consumer<String> touched) {
        this.touched = touched;
    }

    void doubt() {
        doubted.addAll(told.keySet());
        told.keySet().forEach(touched);
    }

    /** @param orbit in the fields of {@code user-state} */
    void told(Map<String, Object> orbit) {
        String number = Message.text(orbit, "account");
        if (!number.isEmpty()) {
            told.put(number, Person.of(orbit));
            doubted.remove(number);
            touched.accept(number);
        }
    }

    /** Asked for them, the PBX told these; any other is gone. */
    void only(Set<String> numbers) {
        told.keySet().forEach(touched);
        told.keySet().retainAll(numbers);
        doubted.retainAll(numbers);
    }

    Set<String> numbers() {
        return told.keySet();
    }

    boolean sure(String number) {
        return !doubted.contains(number);
    }

    /** The tenant's picture has this number now, and what it says is newer. */
    void forget(String number) {
        told.remove(number);
        doubted.remove(number);
    }

    Optional<Person> of(String number) {
        return Optional.ofNullable(told.get(number));
    }
}
