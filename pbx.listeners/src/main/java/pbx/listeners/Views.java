package pbx.listeners;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.view.Panel;
import pbx.api.view.View;

/** The views that plugins offer, for a face that shows them. From any thread; nothing here waits. */
public final class Views implements AutoCloseable {
    private final Map<View, Shown> views = new ConcurrentHashMap<>();

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Duration patience;

    public Views() {
        this(ServiceThread.PATIENCE);
    }

    /** @param patience with a view that does not answer */
    Views(Duration patience) {
        this.patience = patience;
    }

    /**
     * A view by its names.
     *
     * @param name what people type
     * @param title what stands above it
     */
    public record Named(String name, String title) {}

    private record Shown(Named named, ServiceThread<View> thread) {}

    /** @param properties the service's: nothing of the plugin's own is called here */
    public void add(View view, Map<String, ?> properties) {
        String name = text(properties, View.NAME, view.getClass().getSimpleName());
        Named named = new Named(name, text(properties, View.TITLE, name));
        views.put(view, new Shown(named, new ServiceThread<>("view " + name, view, patience)));
        watchers.forEach(Runnable::run);
    }

    /** Runs {@code changed} whenever a view has come or gone, on the thread that brought it. Run the answer to end it. */
    public Runnable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    public void remove(View view) {
        Optional.ofNullable(views.remove(view)).ifPresent(gone -> {
            gone.thread().close();
            watchers.forEach(Runnable::run);
        });
    }

    /** Ordered by name. */
    public List<Named> list() {
        return views.values().stream()
                .map(Shown::named)
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::title))
                .toList();
    }

    /** As {@link View#show}. Fails with INVALID (no such view), TIMED_OUT, or as the view does. */
    public CompletionStage<Panel> show(String name, String search) {
        return ask(name, view -> view.show(search));
    }

    /** As {@link View#act}. Fails as {@link #show}. */
    public CompletionStage<String> act(String name, String action, Optional<String> row) {
        return ask(name, view -> view.act(action, row));
    }

    private <T> CompletionStage<T> ask(String name, Function<View, T> question) {
        List<Shown> found = new ArrayList<>(views.values());
        found.removeIf(view -> !view.named().name().equals(name));
        if (found.isEmpty()) {
            String names = list().stream().map(Named::name).collect(Collectors.joining(", "));
            return CompletableFuture.failedFuture(new PbxException(
                    Reason.INVALID, "no view is called " + name + (names.isEmpty() ? "" : "; there are " + names)));
        }
        return found.get(0).thread().ask(question);
    }

    @Override
    public void close() {
        List.copyOf(views.keySet()).forEach(this::remove);
    }

    private static String text(Map<String, ?> properties, String key, String otherwise) {
        return properties.get(key) instanceof String text && !text.isBlank() ? text : otherwise;
    }
}
