package pbx.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.audit.AuditFile;

/** Keeps files and configurations the same. Not for two threads at once. */
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final Places places;
    private final Picture picture = new Picture();
    private final Configurations configurations;
    private final Definitions definitions;
    private final Intake intake;
    private final WriteBack writeBack;
    private final Scan scan;
    private final Remembered remembered;
    private boolean unlisted;

    Keeper(BundleContext context, ConfigurationAdmin admin, MetaTypeService metatype) {
        places = Places.of(context);
        configurations = new Configurations(admin);
        definitions = new Definitions(context, metatype);
        Trail trail = new Trail(new AuditFile(places.audit(), Clock.systemUTC()), definitions);
        intake = new Intake(picture, configurations, definitions, trail);
        writeBack = new WriteBack(places, picture, configurations, definitions, trail);
        scan = new Scan(places.folders());
        remembered = new Remembered(context);
    }

    /** Reads every file now. */
    void start() throws IOException {
        if (look(true) && scan.complete()) {
            adopt(remembered.read());
        }
        remembered.write(picture.pids());
    }

    void poll() throws IOException {
        look(false);
        remembered.write(picture.pids());
    }

    void changed(String pid, String factoryPid) throws IOException {
        writeBack.changed(pid, factoryPid);
        remembered.write(picture.pids());
    }

    private boolean look(boolean atOnce) throws IOException {
        Map<Path, Stamp> files;
        try {
            files = scan.look();
            unlisted = false;
        } catch (IOException e) {
            if (!unlisted) {
                LOG.warn("{}: cannot be listed; what is set stays in force", Plain.text(places.folders()));
                unlisted = true;
            }
            return false;
        }
        for (Kept kept : picture.all()) {
            if (kept.taken() != null && scan.gone(kept.file())) {
                intake.remove(kept);
            }
        }
        take(files, atOnce);
        return true;
    }

    private void take(Map<Path, Stamp> files, boolean atOnce) {
        boolean fresh = false;
        for (Map.Entry<Path, Stamp> file : files.entrySet()) {
            Optional<ConfName> name =
                    ConfName.ofFile(file.getKey().getFileName().toString()).filter(places::reads);
            boolean news = !picture.at(file.getKey()).map(Kept::taken).equals(Optional.of(file.getValue()));
            if (name.isPresent() && news && (atOnce || scan.steady(file.getKey()))) {
                if (!fresh) {
                    definitions.refresh();
                    fresh = true;
                }
                take(file.getKey(), name.get(), file.getValue());
            }
        }
    }

    /** What goes wrong with one file keeps none of the others waiting. */
    private void take(Path file, ConfName name, Stamp stamp) {
        try {
            intake.take(file, name, stamp);
        } catch (IOException | RuntimeException e) {
            // the exception's message could hold a value
            LOG.error("{}: cannot be set ({})", Plain.text(file), e.getClass().getName());
            picture.put(picture.at(file).map(kept -> kept.at(stamp).refusing()).orElse(Kept.unset(file, name, stamp)));
        }
    }

    /** Configurations of a run before that have no file: it was removed, or they were made elsewhere in the last moment. */
    private void adopt(Set<String> hadFile) throws IOException {
        for (Configuration found : configurations.all()) {
            String pid = found.getPid();
            ConfName name = ConfName.of(pid, found.getFactoryPid());
            if (picture.of(pid).isPresent() || !places.reads(name)) {
                continue;
            }
            if (hadFile.contains(pid)) {
                intake.delete(pid);
                LOG.info(
                        "{}: its file was removed while the platform was off, and its settings with it",
                        Plain.text(pid));
            } else {
                writeBack.changed(pid, found.getFactoryPid());
            }
        }
    }
}
