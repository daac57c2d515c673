package pbx.plugins;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.BundleException;

/** Says in one line for people why a bundle does not run. */
final class Cause {
    private static final Pattern MISSING = Pattern.compile(
            "missing requirement \\[[^\\]]*\\[[^\\]]*\\][^\\]]*\\] ([\\w.]+); ?(\\(.*?\\))(?: \\[| Unres|$)");
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)");
    private static final Pattern VERSION = Pattern.compile("(!?)\\(?version>=([\\w.-]+)\\)");

    private Cause() {}

    static String of(Throwable failure) {
        if (failure instanceof BundleException e && e.getType() == BundleException.RESOLVE_ERROR) {
            return unresolved(String.valueOf(e.getMessage()));
        }
        if (failure instanceof BundleException e && e.getType() == BundleException.ACTIVATOR_ERROR) {
            return "its start failed: " + root(e);
        }
        return root(failure).toString();
    }

    /** The framework's own words are for those who wrote it; the innermost missing thing is what matters. */
    private static String unresolved(String message) {
        Matcher missing = MISSING.matcher(message);
        String namespace = "";
        String filter = "";
        while (missing.find()) {
            namespace = missing.group(1);
            filter = missing.group(2);
        }
        Matcher wanted = PACKAGE.matcher(filter);
        if (wanted.find()) {
            return "it imports the package " + wanted.group(1) + versions(filter)
                    + ", which the platform does not have: embed it in the jar, or build against this platform's version";
        }
        return namespace.isEmpty()
                ? message
                : "it requires " + namespace + " " + filter + ", which the platform does not have";
    }

    private static String versions(String filter) {
        String bounds = VERSION.matcher(filter)
                .results()
                .map(v -> (v.group(1).isEmpty() ? "from " : "below ") + v.group(2))
                .collect(Collectors.joining(", "));
        return bounds.isEmpty() ? "" : " (version " + bounds + ")";
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
