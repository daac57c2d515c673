package pbx.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration that a file is.
 *
 * @param pid the PID, or the factory's
 * @param name within the factory; empty: no factory configuration
 */
record ConfName(String pid, String name) {
    private static final Pattern FILE = Pattern.compile("([^-~.][^-~]*)(?:[-~](.+))?\\.cfg");

    /** What may be in the name of a new file: nothing that leads out of the folder or hides. */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _.~@+-]{0,200}");

    static Optional<ConfName> ofFile(String fileName) {
        Matcher parts = FILE.matcher(fileName);
        return parts.matches()
                ? Optional.of(new ConfName(parts.group(1), parts.group(2) == null ? "" : parts.group(2)))
                : Optional.empty();
    }

    /** Names that ConfigurationAdmin makes up follow the factory's after a dot, given ones after a tilde. */
    static ConfName of(String pid, String factoryPid) {
        if (factoryPid == null) {
            return new ConfName(pid, "");
        }
        boolean led = pid.startsWith(factoryPid + "~") || pid.startsWith(factoryPid + ".");
        return new ConfName(factoryPid, led ? pid.substring(factoryPid.length() + 1) : pid);
    }

    boolean factory() {
        return !name.isEmpty();
    }

    /** Under which PIDs ConfigurationAdmin may have it. */
    List<String> pids() {
        return factory() ? List.of(pid + "~" + name, pid + "." + name) : List.of(pid);
    }

    /** The name for a new file; empty: there is none that would be read as this again. */
    Optional<String> fileName() {
        String file = pid + (factory() ? "-" + name : "") + ".cfg";
        return HARMLESS.matcher(file).matches() && ofFile(file).equals(Optional.of(this))
                ? Optional.of(file)
                : Optional.empty();
    }
}
