package pbx.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.cm.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From configuration to file. It compares what is with what was set from the file, so its own updates are no news. */
final class WriteBack {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);

    private final Places places;
    private final Picture picture;
    private final Configurations configurations;
    private final Definitions definitions;
    private final Trail trail;

    WriteBack(Places places, Picture picture, Configurations configurations, Definitions definitions, Trail trail) {
        this.places = places;
        this.picture = picture;
        this.configurations = configurations;
        this.definitions = definitions;
        this.trail = trail;
    }

    /** Somebody changed or deleted a configuration, maybe we. */
    void changed(String pid, String factoryPid) throws IOException {
        Optional<Kept> kept = picture.of(pid);
        Optional<Configuration> found = configurations.find(pid);
        if (found.isPresent()) {
            Map<String, Object> values = Configurations.values(found.get());
            if (refused(pid, ConfName.of(pid, factoryPid), kept, values)) {
                return;
            }
            if (kept.isPresent()) {
                update(kept.get(), pid, values);
            } else {
                create(pid, ConfName.of(pid, factoryPid), values);
            }
        } else if (kept.isPresent()) {
            retire(kept.get());
        }
    }

    /** What is wrong reaches no file, and what {@link LastGood} gave the component in its place is set. */
    private boolean refused(String pid, ConfName name, Optional<Kept> kept, Map<String, Object> values)
            throws IOException {
        definitions.refresh();
        Definition definition = definitions.of(name.pid());
        Check check = Check.ofValues(values, definition);
        if (check.wrong().isEmpty() || !places.reads(name)) {
            return false;
        }
        // a new version may refuse what it allowed before: set again, that would take every change back
        Map<String, Object> former = kept.filter(it -> it.set() && definition.allows(it.values()))
                .map(Kept::values)
                .orElse(Map.of());
        configurations.set(name, former.isEmpty() ? check.values() : former);
        trail.refused(pid, String.join("; ", check.wrong()));
        LOG.error(
                "{}: {}; set elsewhere, and {}",
                Plain.text(pid),
                String.join("; ", check.wrong()),
                former.isEmpty() ? "set again without that" : "the former settings are set again");
        return true;
    }

    private void update(Kept kept, String pid, Map<String, Object> values) {
        if (!Texts.of(kept.values()).equals(Texts.of(values))) {
            write(kept, pid, values);
        }
    }

    private void create(String pid, ConfName name, Map<String, Object> values) {
        if (!places.keeps(name)) {
            return;
        }
        Optional<String> fileName = name.fileName();
        if (fileName.isEmpty()) {
            LOG.warn("{}: no file can have this name; the settings last until the platform stops", Plain.text(pid));
            return;
        }
        Path file = places.folders().get(0).resolve(fileName.get());
        write(picture.at(file).orElse(Kept.unset(file, name, null)), pid, values);
    }

    private void write(Kept kept, String pid, Map<String, Object> values) {
        trail.setElsewhere(kept, values);
        Stamp stamp = Stamp.of(kept.file()).orElse(null);
        boolean unread = kept.unread(stamp);
        try {
            ConfFile before = stamp == null || stamp.size() == 0
                    ? new ConfFile(List.of())
                    : ConfFile.parse(Files.readString(kept.file()));
            ConfFile after = before.with(changes(kept, before, values, unread));
            Stamp written = stamp != null && after.equals(before) ? stamp : OwnFile.write(kept.file(), after.text());
            picture.put((unread ? kept : kept.at(written)).with(pid, values));
            LOG.info("{}: written, its settings were changed elsewhere", Plain.text(kept.file()));
        } catch (IOException | BadFile e) {
            picture.put(kept.with(pid, values));
            LOG.warn(
                    "{}: cannot be written ({}); the changed settings last until the platform stops",
                    Plain.text(kept.file()),
                    e.getClass().getSimpleName());
        }
    }

    /**
     * Where the file says something else. If somebody edited the file and it was not read yet, or was refused, only
     * what also changed here: the file's own edits are read later.
     */
    private Map<String, String> changes(Kept kept, ConfFile file, Map<String, Object> values, boolean unread)
            throws BadFile {
        definitions.refresh();
        Check check = Check.of(file.settings(), definitions.of(kept.name().pid()));
        Map<String, String> said = Texts.of(check.values());
        Map<String, String> former = Texts.of(kept.values());
        Map<String, String> now = Texts.of(values);
        Set<String> keys = new LinkedHashSet<>(said.keySet());
        keys.addAll(now.keySet());
        Map<String, String> changes = new LinkedHashMap<>();
        for (String key : keys) {
            boolean here = !unread || !Objects.equals(former.get(key), now.get(key));
            if (here && !Objects.equals(said.get(key), now.get(key))) {
                changes.put(key, now.get(key));
            }
        }
        return changes;
    }

    private void retire(Kept kept) throws IOException {
        picture.remove(kept);
        trail.removedElsewhere(kept);
        if (Files.exists(kept.file())) {
            Path name = OwnFile.retire(kept.file());
            LOG.info(
                    "{}: renamed to {}, its settings were deleted elsewhere",
                    Plain.text(kept.file()),
                    Plain.text(name.getFileName()));
        }
    }
}
