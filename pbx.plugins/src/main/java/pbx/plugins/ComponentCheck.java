package pbx.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Finds the components of a running plugin that do not run: the bundle's state alone does not tell. */
final class ComponentCheck {
    private static final String CAUSED_BY = "Caused by: ";

    private final AtomicReference<ServiceComponentRuntime> present = new AtomicReference<>();

    void set(ServiceComponentRuntime runtime) {
        present.set(runtime);
    }

    void unset(ServiceComponentRuntime runtime) {
        present.compareAndSet(runtime, null);
    }

    /**
     * What is wrong with one component.
     *
     * @param text one line, beginning with its name
     * @param failed it threw; otherwise it waits
     * @param own it is the plugin's own fault, as far as can be told: what the platform offers may be on its way
     */
    record Problem(String text, boolean failed, boolean own) {}

    /** One for each component that waits or has failed; none while nobody can tell. */
    List<Problem> problems(Bundle bundle) {
        List<Problem> problems = new ArrayList<>();
        ServiceComponentRuntime runtime = present.get();
        if (runtime == null || bundle.getState() != Bundle.ACTIVE) {
            return problems;
        }
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                switch (configuration.state) {
                    case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                        problems.add(waits(component, configuration));
                    case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                        problems.add(new Problem(
                                component.name + " waits for its configuration "
                                        + String.join(", ", component.configurationPid),
                                false,
                                true));
                    case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                        problems.add(new Problem(
                                component.name + " failed: " + cause(String.valueOf(configuration.failure)),
                                true,
                                true));
                    default -> {
                        // it runs, or it would if somebody asked for it
                    }
                }
            }
        }
        return problems;
    }

    private static Problem waits(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        String missing = missing(component, configuration);
        return new Problem(component.name + " waits for " + missing, false, !missing.contains("the service pbx.api."));
    }

    private static String missing(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        List<String> names = Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference -> reference.name)
                .toList();
        return Arrays.stream(component.references)
                .filter(reference -> names.contains(reference.name))
                .map(reference -> "the service " + reference.interfaceName
                        + (reference.target == null ? "" : " " + reference.target))
                .collect(Collectors.joining(", "));
    }

    /** Of a stack trace: the innermost cause. */
    private static String cause(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((outer, inner) -> inner)
                .map(line -> line.substring(CAUSED_BY.length()))
                .orElseGet(() -> trace.lines().findFirst().orElse(""));
    }
}
