package pbx.plugins;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.plugins.ComponentCheck.Problem;
import pbx.plugins.Deployment.Running;

/** How the running plugins are, and whether a new version passes its probation. Belongs to one thread. */
final class Health {
    /** What a plugin's components wait for may be on its way. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final ComponentCheck check;
    private final Map<String, Patient> patients = new HashMap<>();

    /** One running plugin. */
    private static final class Patient {
        private final Bundle bundle;
        private final long since;
        private boolean probation;
        private long looked;
        private List<Problem> problems = List.of();
        private String told = "";

        private Patient(Bundle bundle, boolean probation, long now) {
            this.bundle = bundle;
            this.probation = probation;
            this.since = now;
            this.looked = now;
        }
    }

    Health(ComponentCheck check) {
        this.check = check;
    }

    /** @param replaces it came in the place of another version, which it may be rolled back to */
    void started(Running plugin, boolean replaces, long now) {
        patients.put(plugin.jar().name(), new Patient(plugin.bundle(), replaces, now));
    }

    /** What is wrong with it, once it had time to be well. */
    Optional<String> problem(String plugin, long now) {
        Patient patient = patients.get(plugin);
        return patient == null || patient.problems.isEmpty() || now - patient.since < PATIENCE.toNanos()
                ? Optional.empty()
                : Optional.of("its component " + texts(patient.problems));
    }

    /**
     * Looks once more.
     *
     * @param probation how long a new version is watched
     * @param failed is told name and reason of each that did not pass
     */
    void look(long now, Duration probation, BiConsumer<String, String> failed) {
        patients.values().removeIf(patient -> patient.bundle.getState() == Bundle.UNINSTALLED);
        for (Map.Entry<String, Patient> each : List.copyOf(patients.entrySet())) {
            Patient patient = each.getValue();
            if (now - patient.looked < BETWEEN_LOOKS.toNanos()) {
                continue;
            }
            patient.looked = now;
            patient.problems = check.problems(patient.bundle);
            problem(each.getKey(), now).ifPresent(text -> warn(each.getKey(), patient, text));
            verdict(patient, now, probation).ifPresent(why -> failed.accept(each.getKey(), why));
        }
    }

    /** Another thing went wrong with it: whether it is to be rolled back for that. */
    boolean harmed(String plugin) {
        Patient patient = patients.get(plugin);
        boolean fails = patient != null && patient.probation;
        if (fails) {
            patient.probation = false;
        }
        return fails;
    }

    private static Optional<String> verdict(Patient patient, long now, Duration probation) {
        if (!patient.probation) {
            return Optional.empty();
        }
        boolean over = now - patient.since >= probation.toNanos();
        List<Problem> grave = patient.problems.stream()
                .filter(problem -> problem.failed() || (over && problem.own()))
                .toList();
        patient.probation = !over && grave.isEmpty();
        return grave.isEmpty() ? Optional.empty() : Optional.of("its component " + texts(grave));
    }

    private static void warn(String plugin, Patient patient, String text) {
        if (!patient.told.equals(text)) {
            patient.told = text;
            LOG.warn("plugin {} runs, but {}", plugin, Plain.text(text));
        }
    }

    private static String texts(List<Problem> problems) {
        return problems.stream().map(Problem::text).collect(Collectors.joining("; its component "));
    }
}
