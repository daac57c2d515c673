package pbx.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file, and what was set from it.
 *
 * @param taken how it looked when it was read; null: it could never be written
 * @param pid of the configuration; empty: nothing was ever set from it
 * @param values of the configuration, as it was set or last written back
 * @param refused what was read last is not in the values: it was wrong, and these were kept instead
 */
record Kept(Path file, ConfName name, Stamp taken, String pid, Map<String, Object> values, boolean refused) {

    /** A file that nothing was set from. */
    static Kept unset(Path file, ConfName name, Stamp taken) {
        return new Kept(file, name, taken, "", Map.of(), false);
    }

    boolean set() {
        return !pid.isEmpty();
    }

    Kept at(Stamp stamp) {
        return new Kept(file, name, stamp, pid, values, false);
    }

    /** Read, and not accepted: the file's edits wait in it until what is wrong is put right. */
    Kept refusing() {
        return new Kept(file, name, taken, pid, values, set());
    }

    /** The configuration is another; of the file nothing was read. */
    Kept with(String setPid, Map<String, Object> now) {
        return new Kept(file, name, taken, setPid, now, refused);
    }

    /** Does it hold edits, as it looks now, that are not in the values? */
    boolean unread(Stamp now) {
        return now != null && set() && (refused || !now.equals(taken));
    }
}
