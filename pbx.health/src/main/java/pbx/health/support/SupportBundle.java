package pbx.health.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.settings.SettingsCheck;
import pbx.api.status.Support;
import pbx.health.check.Checks;
import pbx.health.check.Tags;
import pbx.health.metrics.Metrics;
import pbx.listeners.WriterThread;

/** Writes the bundle, on a thread of its own. Every part goes through {@link Scrub}, whatever it is. */
@Component
public final class SupportBundle implements Support {
    private static final Logger log = LoggerFactory.getLogger(SupportBundle.class);
    private static final int MOST_LOG = 4 << 20;
    private static final String README =
            """
            What whoever helps needs to see of this platform. Secrets are masked (***), recordings of the wire are those that were
            made masked. The log may hold names and numbers: look through it before you send it.
            """;

    private final ConfigurationAdmin configurations;
    private final Path home;
    private final List<Part> parts;
    /** What stops each stage that is open. */
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

    /** Without it secrets are known by their names. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    volatile SettingsCheck definitions;

    private final WriterThread thread = new WriterThread("pbx-support");

    @Activate
    public SupportBundle(
            BundleContext context,
            @Reference ConfigurationAdmin configurations,
            @Reference Checks checks,
            @Reference Metrics metrics,
            @Reference State state) {
        this(
                configurations,
                Path.of(""),
                List.of(
                        new Part("bundles.txt", new Installed(context)::text),
                        new Part("health.txt", () -> checks.run(Tags.HEALTH).text()),
                        new Part("state.txt", state::text),
                        new Part("metrics.txt", metrics::scrape)));
    }

    SupportBundle(ConfigurationAdmin configurations, Path home, List<Part> parts) {
        this.configurations = configurations;
        this.home = home;
        this.parts = parts;
    }

    @Override
    public CompletionStage<Path> write(Path file) {
        CompletableFuture<Path> written = new CompletableFuture<>();
        Runnable stop = () -> written.completeExceptionally(
                new PbxException(Reason.STOPPED, "the support bundle was not finished: try again in a moment"));
        open.add(stop);
        thread.post(() -> {
            try {
                zip(file);
                log.info("support bundle {} is written", file);
                written.complete(file);
            } catch (FileAlreadyExistsException e) {
                written.completeExceptionally(
                        new PbxException(Reason.INVALID, file + " is there already; name another", e));
            } catch (IOException e) {
                written.completeExceptionally(
                        new PbxException(Reason.REFUSED, file + " cannot be written: " + why(e) + "; name another", e));
            } finally {
                open.remove(stop);
            }
        });
        return written;
    }

    /** Java says of these two no more than the file's name. */
    private static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return e instanceof AccessDeniedException ? "this user may not write there" : String.valueOf(e.getMessage());
    }

    private void zip(Path file) throws IOException {
        Configured configured = new Configured(configurations, this::defined);
        Scrub scrub = new Scrub(configured.secrets());
        OutputStream out = create(file); // fails where there is one, which must not be deleted below
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Part part : parts(configured)) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(scrub.clean(part.text()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Set<String> defined(String pid) {
        SettingsCheck known = definitions;
        return known == null ? Set.of() : known.secrets(pid);
    }

    /** A new file, for its owner only where the file system knows such a thing. */
    private static OutputStream create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.newOutputStream(file);
        }
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    }

    private List<Part> parts(Configured configured) {
        List<Part> all = new ArrayList<>(List.of(new Part("README.txt", () -> README)));
        all.addAll(parts);
        all.add(new Part("configuration.txt", configured::text));
        all.add(new Part("threads.txt", Stacks::text));
        all.add(new Part("pbx.log", () -> Tail.of(home.resolve("logs/pbx.log"), MOST_LOG)));
        all.addAll(Recordings.in(home.resolve("data/recordings")));
        return all;
    }

    @Deactivate
    void close() {
        thread.close();
        open.forEach(Runnable::run);
    }
}
