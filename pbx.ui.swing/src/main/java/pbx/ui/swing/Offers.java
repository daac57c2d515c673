package pbx.ui.swing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import pbx.api.call.CallState;
import pbx.api.view.CallAction;
import pbx.listeners.ServiceThread;

/** What plugins offer to do. Only what they say of it is looked at before somebody chooses it. For any thread. */
final class Offers<S> implements AutoCloseable {
    private static final Set<String> WHILE_IT_LASTS =
            Set.of(CallState.RINGING.name(), CallState.CONNECTING.name(), CallState.ACTIVE.name());

    private final Map<S, Offer<S>> offers = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Runnable changed;

    /**
     * One action.
     *
     * @param number in which order they came
     * @param label a stranger's text
     * @param states names of the states in which it is offered
     */
    record Offer<S>(long number, String label, Set<String> states, ServiceThread<S> thread) {
        boolean suits(CallState state) {
            return states.contains(state.name());
        }

        <T> CompletionStage<T> ask(Function<S, T> question) {
            return thread.ask(question);
        }
    }

    /** @param changed run when an action has come or gone */
    Offers(Runnable changed) {
        this.changed = changed;
    }

    void add(S action, Map<String, ?> properties) {
        String label = properties.get(CallAction.LABEL) instanceof String text && !text.isBlank()
                ? text
                : action.getClass().getSimpleName();
        offers.put(
                action,
                new Offer<>(
                        count.incrementAndGet(),
                        Plain.line(label),
                        states(properties.get(CallAction.STATES)),
                        new ServiceThread<>("action " + Plain.line(label), action)));
        changed.run();
    }

    void remove(S action) {
        Optional.ofNullable(offers.remove(action)).ifPresent(gone -> {
            gone.thread().close();
            changed.run();
        });
    }

    List<Offer<S>> list() {
        return offers.values().stream()
                .sorted(Comparator.comparing(Offer::number))
                .toList();
    }

    @Override
    public void close() {
        List.copyOf(offers.keySet()).forEach(this::remove);
    }

    private static Set<String> states(Object property) {
        return property instanceof String[] many
                ? Arrays.stream(many).collect(Collectors.toSet())
                : property instanceof String one ? Set.of(one) : WHILE_IT_LASTS;
    }
}
