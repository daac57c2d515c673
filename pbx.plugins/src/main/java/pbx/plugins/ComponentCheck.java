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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.plugins.Deployment.Running;

/** Finds the components of a running plugin that do not run: the bundle's state alone does not tell. */
final class ComponentCheck {
    /** What a plugin's components wait for may be on its way. */
    static final long AFTER_MS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(ComponentCheck.class);

    private static final String CAUSED_BY = "Caused by: ";

    private final AtomicReference<ServiceComponentRuntime> present = new AtomicReference<>();

    void set(ServiceComponentRuntime runtime) {
        present.set(runtime);
    }

    void unset(ServiceComponentRuntime runtime) {
        present.compareAndSet(runtime, null);
    }

    void warn(Running plugin) {
        for (String problem : problems(plugin.bundle())) {
            LOG.warn("plugin {} runs, but its component {}", plugin.jar().name(), Plain.text(problem));
        }
    }

    /** One line for each component that waits or has failed; none while nobody can tell. */
    List<String> problems(Bundle bundle) {
        List<String> problems = new ArrayList<>();
        ServiceComponentRuntime runtime = present.get();
        if (runtime == null || bundle.getState() != Bundle.ACTIVE) {
            return problems;
        }
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                switch (configuration.state) {
                    case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                        problems.add(component.name + " waits for " + missing(component, configuration));
                    case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                        problems.add(component.name + " waits for its configuration "
                                + String.join(", ", component.configurationPid));
                    case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                        problems.add(component.name + " failed: " + cause(String.valueOf(configuration.failure)));
                    default -> {
                        // it runs, or it would if somebody asked for it
                    }
                }
            }
        }
        return problems;
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
