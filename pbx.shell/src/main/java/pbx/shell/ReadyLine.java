package pbx.shell;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import pbx.api.status.Readiness;

/** Prints one line when everything is up, or when it has waited long enough. All its state belongs to its own thread. */
@Component(service = ReadyLine.class, immediate = true, configurationPid = "pbx.shell")
@Designate(ocd = Configuration.class)
public final class ReadyLine {
    /** System property: the line is out. A shell that is replaced later must not print it again. */
    static final String PRINTED = "pbx.ready";

    /** What one service has said so far: {@code words} is null until it is up, {@code problem} empty unless it has failed. */
    private record Said(String part, String words, String problem) {}

    private final Supplier<PrintStream> out;
    private final CompletableFuture<Void> printed = new CompletableFuture<>();
    private final Map<Readiness, Said> services = new LinkedHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "pbx-ready");
        made.setDaemon(true);
        return made;
    });
    private List<String> expected = List.of();

    @Activate
    public ReadyLine(Configuration configuration) {
        this(List.of(configuration.ready_parts()), configuration.ready_wait() * 1000L, Output::standard);
    }

    ReadyLine(List<String> expected, long atMostMillis, Supplier<PrintStream> out) {
        this.out = out;
        if (System.getProperty(PRINTED) != null) {
            printed.complete(null);
        }
        configure(expected, atMostMillis);
    }

    /** Completes when the line is out. */
    CompletionStage<Void> printed() {
        return printed;
    }

    @Modified
    void modified(Configuration configuration) {
        configure(List.of(configuration.ready_parts()), configuration.ready_wait() * 1000L);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindReadiness(Readiness service, Map<String, ?> properties) {
        if (printed.isDone()) { // what has been replaced since is not asked: nobody would read it
            return;
        }
        String part = String.valueOf(properties.get(Readiness.PART));
        post(() -> services.put(service, new Said(part, null, "")));
        service.ready()
                .whenComplete((words, failure) -> post(() -> {
                    String problem = failure == null ? "" : ": " + failure.getMessage();
                    services.computeIfPresent(service, (s, before) -> new Said(part, words, problem));
                    check();
                }));
    }

    void unbindReadiness(Readiness service) {
        post(() -> services.remove(service));
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void configure(List<String> names, long atMostMillis) {
        post(() -> {
            expected = names;
            check();
        });
        var unused = thread.schedule(this::print, atMostMillis, TimeUnit.MILLISECONDS);
    }

    private void check() {
        if (expected.stream().allMatch(this::up)) {
            print();
        }
    }

    private boolean up(String part) {
        List<Said> said = of(part);
        return !said.isEmpty() && said.stream().allMatch(s -> s.words() != null);
    }

    private void print() {
        if (printed.isDone()) {
            return;
        }
        long took = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        String words = expected.stream().map(part -> " · " + words(part)).collect(Collectors.joining());
        out.get().println("ready in " + took + " ms" + words);
        System.setProperty(PRINTED, "true");
        printed.complete(null);
    }

    /** There may be several of one part, such as two accounts. */
    private String words(String part) {
        List<Said> said = of(part);
        return said.isEmpty()
                ? part + " not up"
                : said.stream()
                        .map(s -> s.words() == null ? part + " not up" + s.problem() : s.words())
                        .map(Text::plain)
                        .collect(Collectors.joining(" · "));
    }

    private List<Said> of(String part) {
        return services.values().stream().filter(s -> s.part().equals(part)).toList();
    }

    /** Services are unbound after deactivation: by then nobody wants to know. */
    private void post(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            // stopped
        }
    }
}
