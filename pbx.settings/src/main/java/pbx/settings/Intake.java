package pbx.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.cm.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From file to configuration. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Picture picture;
    private final Configurations configurations;
    private final Definitions definitions;
    private final Trail trail;

    Intake(Picture picture, Configurations configurations, Definitions definitions, Trail trail) {
        this.picture = picture;
        this.configurations = configurations;
        this.definitions = definitions;
        this.trail = trail;
    }

    /** Reads a file that is new or has changed. */
    void take(Path file, ConfName name, Stamp stamp) throws IOException {
        Optional<Kept> rival = picture.rival(file, name);
        Kept former = rival.isPresent() ? Kept.unset(file, name, stamp) : former(file, name, stamp);
        if (rival.isPresent()) {
            LOG.warn(
                    "{}: not used, {} is the same configuration; remove one",
                    Plain.text(file),
                    Plain.text(rival.get().file()));
            picture.put(former);
            return;
        }
        try {
            Map<String, String> settings = ConfFile.read(file).settings();
            if (Stamp.of(file).equals(Optional.of(stamp))) {
                picture.put(judged(former, settings));
            }
        } catch (BadFile e) {
            String then = former.set() ? "the former settings stay in force" : "nothing is set from it";
            LOG.warn("{}: {}; {}", Plain.text(file), e.getMessage(), then);
            picture.put(former);
        }
    }

    /** A file is gone. */
    void remove(Kept kept) throws IOException {
        picture.remove(kept);
        if (kept.set()) {
            delete(kept.pid());
            trail.removed(kept);
            LOG.info("{}: removed, and its settings with it", Plain.text(kept.file()));
        }
    }

    void delete(String pid) throws IOException {
        Optional<Configuration> found = configurations.find(pid);
        if (found.isPresent()) {
            found.get().delete();
        }
    }

    private Kept judged(Kept former, Map<String, String> settings) throws IOException {
        Definition definition = definitions.of(former.name().pid());
        Check check = Check.of(settings, definition);
        String file = Plain.text(former.file());
        check.unknown().forEach(words -> LOG.warn("{}: {}", file, words));
        if (!check.wrong().isEmpty()) {
            boolean stay = former.set() && definition.allows(former.values());
            LOG.error("{}: {}; {}", file, String.join("; ", check.wrong()), then(stay, check.wrong()));
            if (stay) {
                return former.refusing();
            }
        }
        String pid = configurations.set(former.name(), check.values());
        trail.set(former, check.values());
        LOG.debug("{}: set", file);
        return former.with(pid, check.values());
    }

    private static String then(boolean stay, List<String> wrong) {
        return stay
                ? "the former settings stay in force"
                : wrong.size() == 1 ? "the default is used" : "the defaults are used";
    }

    /** What is in force: from this file, or from a run before. */
    private Kept former(Path file, ConfName name, Stamp stamp) throws IOException {
        Optional<Kept> kept = picture.at(file);
        if (kept.isPresent() && kept.get().set()) {
            return kept.get().at(stamp);
        }
        return configurations
                .find(name)
                .map(found -> Kept.unset(file, name, stamp).with(found.getPid(), Configurations.values(found)))
                .orElseGet(() -> Kept.unset(file, name, stamp));
    }
}
