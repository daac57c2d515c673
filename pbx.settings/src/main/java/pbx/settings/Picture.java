package pbx.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every file that was read. */
final class Picture {
    private final Map<Path, Kept> files = new LinkedHashMap<>();

    Optional<Kept> at(Path file) {
        return Optional.ofNullable(files.get(file));
    }

    Optional<Kept> of(String pid) {
        return files.values().stream().filter(kept -> kept.pid().equals(pid)).findFirst();
    }

    /** Another file for the same configuration, which came first. */
    Optional<Kept> rival(Path file, ConfName name) {
        return files.values().stream()
                .filter(kept ->
                        kept.set() && kept.name().equals(name) && !kept.file().equals(file))
                .findFirst();
    }

    void put(Kept kept) {
        files.put(kept.file(), kept);
    }

    /** Its rivals go too: they are read again. */
    void remove(Kept kept) {
        files.values().removeIf(other -> other.name().equals(kept.name()));
    }

    List<Kept> all() {
        return List.copyOf(files.values());
    }

    Set<String> pids() {
        return files.values().stream().filter(Kept::set).map(Kept::pid).collect(Collectors.toSet());
    }
}
