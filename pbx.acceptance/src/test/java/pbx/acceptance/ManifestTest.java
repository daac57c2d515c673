package pbx.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture in ARCHITECTURE.md, checked against what the bundles really import and export. */
class ManifestTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** A package name at the beginning of a clause; what is in quotes and after semicolons is not one. */
    private static final Pattern CLAUSE = Pattern.compile("(?:^|,)([A-Za-z][\\w.]*)(?=[;,]|$)");

    /** Besides {@code pbx.api.*}, which everybody may import. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
            "pbx.media", Set.of("pbx.webrtc"),
            "pbx.simulator", Set.of("pbx.webrtc"));

    private static final Set<String> MAY_EXPORT = Set.of("pbx.api", "pbx.webrtc");

    /** Who may know what: the beginning of a package's name, and the bundles that may import such packages. */
    private static final Map<String, Set<String>> ONLY_IN = Map.of(
            "org.eclipse.jetty", Set.of("pbx.websocket", "pbx.simulator", "pbx.console"),
            "dev.onvoid", Set.of(),
            "javax.swing", Set.of("pbx.ui.swing"),
            "java.awt", Set.of("pbx.ui.swing"),
            "jakarta.servlet", Set.of("pbx.console", "pbx.health", "pbx.rest", "pbx.simulator"),
            "com.fasterxml.jackson",
                    Set.of("pbx.transport", "pbx.simulator", "pbx.messages", "pbx.health", "pbx.rest"));

    @Test
    void bundlesImportWhatThePictureAllows() throws IOException {
        List<String> wrong = new ArrayList<>();
        manifests().forEach((name, manifest) -> {
            for (String imported : packages(manifest, "Import-Package")) {
                boolean own = imported.startsWith("pbx.") && !imported.startsWith("pbx.api");
                if (own && !MAY_IMPORT.getOrDefault(name, Set.of()).contains(imported)) {
                    wrong.add(name + " imports " + imported);
                }
                ONLY_IN.forEach((beginning, allowed) -> {
                    if (imported.startsWith(beginning) && !allowed.contains(name)) {
                        wrong.add(name + " imports " + imported);
                    }
                });
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void nobodyElseExports() throws IOException {
        List<String> wrong = new ArrayList<>();
        manifests().forEach((name, manifest) -> {
            if (!packages(manifest, "Export-Package").isEmpty() && !MAY_EXPORT.contains(name)) {
                wrong.add(name + " exports " + packages(manifest, "Export-Package"));
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void onlyTheEngineHasAnActivatorAndItIsTheLaunchers() throws IOException {
        List<String> activators = new ArrayList<>();
        manifests().forEach((name, manifest) -> {
            if (manifest.getValue("Bundle-Activator") != null) {
                activators.add(name);
            }
        });
        assertEquals(List.of(), activators);
        assertEquals(
                "pbx.webrtc.launch.Home, pbx.webrtc.engine.Start",
                manifests().get("pbx.webrtc").getValue("Embedded-Activator"));
    }

    /** A refresh of anything else must not reach the engine; and its version stands in two places. */
    @Test
    void theEngineNeedsNothingAndIsExportedAsItSays() throws IOException {
        Attributes engine = manifests().get("pbx.webrtc");
        assertEquals(Set.of("org.osgi.framework"), packages(engine, "Import-Package"));
        Matcher said = Pattern.compile("-runsystempackages: pbx.webrtc;version=(\\S+)")
                .matcher(Files.readString(ROOT.resolve("cnf/platform.bndrun")));
        assertTrue(said.find());
        assertTrue(
                engine.getValue("Export-Package").contains("pbx.webrtc;version=\"" + said.group(1) + "\""),
                engine.getValue("Export-Package"));
    }

    /** By symbolic name: every bundle of this project that goes into the platform, and the plugins. */
    private static Map<String, Attributes> manifests() throws IOException {
        Map<String, Attributes> found = new TreeMap<>();
        for (Path jar : jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Attributes manifest = file.getManifest().getMainAttributes();
                String name = manifest.getValue("Bundle-SymbolicName");
                if (name != null
                        && !Set.of("pbx.itest", "pbx.listeners", "pbx.kit", "pbx.browser")
                                .contains(name)) {
                    found.put(name, manifest);
                }
            }
        }
        assertTrue(found.size() >= 13, "too few bundles: " + found.keySet());
        return found;
    }

    private static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("plugins"))) {
            try (Stream<Path> files =
                    Files.find(folder, 3, (file, a) -> file.toString().matches(".*/target/[^/]*-SNAPSHOT\\.jar"))) {
                files.forEach(jars::add);
            }
        }
        return jars;
    }

    private static Set<String> packages(Attributes manifest, String header) {
        String value = manifest.getValue(header);
        Set<String> packages = new TreeSet<>();
        if (value != null) {
            Matcher clause = CLAUSE.matcher(value.replaceAll("\"[^\"]*\"", ""));
            while (clause.find()) {
                packages.add(clause.group(1));
            }
        }
        return packages;
    }
}
