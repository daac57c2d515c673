package pbx.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleContext;
import pbx.audit.AuditFile;

/**
 * What this bundle cares for.
 *
 * @param folders new files go into the first
 * @param only the PIDs; empty: all
 * @param audit the file of the audit trail
 */
record Places(List<Path> folders, Set<String> only, Path audit) {
    static Places of(BundleContext context) {
        List<Path> folders =
                words(context.getProperty("pbx.conf")).stream().map(Path::of).toList();
        String audit = context.getProperty("pbx.audit");
        return new Places(
                folders.isEmpty() ? List.of(Path.of("conf")) : folders,
                Set.copyOf(words(context.getProperty("pbx.conf.only"))),
                audit == null ? AuditFile.USUAL : Path.of(audit));
    }

    /** Is a file of that PID read? */
    boolean reads(ConfName name) {
        return only.isEmpty() || only.contains(name.pid());
    }

    /** Does a configuration of that PID get a file? */
    boolean keeps(ConfName name) {
        return only.isEmpty() ? name.pid().startsWith("pbx.") : only.contains(name.pid());
    }

    private static List<String> words(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }
}
