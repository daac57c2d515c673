package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;

/** Who lets people into the Web Console is gone while nobody checks and notes what they set: then it serves nothing. */
class ConsoleGuardTest {
    private static final String GUARD = "pbx.console.settings.Guard";
    private static final String SECURITY = "(webconsole.security.provider.id=pbx.console)";

    private final BundleContext context =
            FrameworkUtil.getBundle(ConsoleGuardTest.class).getBundleContext();

    @Test
    void nobodyComesInWhileNobodyChecksWhatIsSet() throws Exception {
        ServiceTracker<?, ?> security = new ServiceTracker<>(context, context.createFilter(SECURITY), null);
        security.open(true);
        ServiceComponentRuntime components =
                context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        ComponentDescriptionDTO guard = components.getComponentDescriptionDTOs().stream()
                .filter(component -> component.name.equals(GUARD))
                .findAny()
                .orElseThrow();
        try {
            assertNotNull(security.waitForService(30_000));
            components.disableComponent(guard).getValue();
            assertNull(security.getService());
        } finally {
            components.enableComponent(guard).getValue();
            assertNotNull(security.waitForService(30_000));
            security.close();
        }
    }
}
