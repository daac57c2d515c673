package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
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
        ComponentDescriptionDTO guard = components.getComponentDescriptionDTO(console(), GUARD);
        try {
            assertNotNull(security.waitForService(30_000));
            components.disableComponent(guard).getValue();
            assertEquals(0, providers());
        } finally {
            components.enableComponent(guard).getValue();
            assertNotNull(security.waitForService(30_000));
            security.close();
        }
    }

    private int providers() throws InvalidSyntaxException {
        var there = context.getAllServiceReferences(null, SECURITY);
        return there == null ? 0 : there.length;
    }

    private Bundle console() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals("pbx.console")) {
                return bundle;
            }
        }
        throw new AssertionError("there is no console");
    }
}
