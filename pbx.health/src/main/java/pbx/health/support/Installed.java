package pbx.health.support;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What is installed. The one place here that looks at the framework itself: no service tells of bundles. */
final class Installed {
    private final BundleContext context;

    Installed(BundleContext context) {
        this.context = context;
    }

    /** Java, the system, and every bundle with its version and state. */
    String text() {
        String java = "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors\n\n";
        return java
                + Arrays.stream(context.getBundles())
                        .sorted(Comparator.comparing(bundle -> String.valueOf(bundle.getSymbolicName())))
                        .map(bundle ->
                                state(bundle) + " " + bundle.getSymbolicName() + " " + bundle.getVersion() + "\n")
                        .collect(Collectors.joining());
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE   ";
            case Bundle.STARTING -> "STARTING ";
            case Bundle.STOPPING -> "STOPPING ";
            case Bundle.RESOLVED -> "RESOLVED ";
            default -> "INSTALLED";
        };
    }
}
