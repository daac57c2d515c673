package pbx.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file, and what was set from it.
 *
 * @param taken how it looked when it was read; null: it could never be written
 * @param pid of the configuration; empty: nothing was ever set from it
 * @param values of the configuration, as it was set or last written back
 */
record Kept(Path file, ConfName name, Stamp taken, String pid, Map<String, Object> values) {
    boolean set() {
        return !pid.isEmpty();
    }

    Kept at(Stamp stamp) {
        return new Kept(file, name, stamp, pid, values);
    }
}
