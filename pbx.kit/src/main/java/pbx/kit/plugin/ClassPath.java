package pbx.kit.plugin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The bundles on the test's class path, jars or folders of classes. */
final class ClassPath {
    /** A clause of Export-Package, its attributes in quotes or not. */
    private static final Pattern PACKAGE = Pattern.compile("([a-z][\\w.]*)((?:;[\\w:]+:?=(?:\"[^\"]*\"|[^,;\"]*))*)");

    private static final Pattern VERSION = Pattern.compile(";version=\"?([0-9.]+)");

    private ClassPath() {}

    /**
     * One bundle.
     *
     * @param place the jar, or the folder
     * @param name its symbolic name
     */
    record Entry(Path place, String name, Attributes manifest) {
        String location() {
            return "reference:" + place.toUri();
        }

        /** As the property {@code org.osgi.framework.system.packages.extra} wants it. */
        String exports() {
            Matcher clause = PACKAGE.matcher(String.valueOf(manifest.getValue("Export-Package")));
            return clause.results()
                    .map(found -> {
                        Matcher version = VERSION.matcher(found.group(2));
                        return found.group(1) + (version.find() ? ";version=" + version.group(1) : "");
                    })
                    .collect(Collectors.joining(","));
        }
    }

    static List<Entry> bundles() {
        List<Entry> bundles = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entry(Path.of(place)).ifPresent(bundles::add);
        }
        return bundles;
    }

    private static Optional<Entry> entry(Path place) {
        try {
            return manifest(place).map(Manifest::getMainAttributes).flatMap(main -> {
                String name = main.getValue("Bundle-SymbolicName");
                return name == null
                        ? Optional.empty()
                        : Optional.of(new Entry(place, name.split(";", 2)[0].strip(), main));
            });
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Manifest> manifest(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            Path file = place.resolve("META-INF/MANIFEST.MF");
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(new Manifest(in));
            }
        }
        if (Files.notExists(place)) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return Optional.ofNullable(jar.getManifest());
        }
    }
}
