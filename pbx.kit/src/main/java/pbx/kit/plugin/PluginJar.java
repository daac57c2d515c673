package pbx.kit.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Makes the jar of a plugin from its classes: tests run before Maven has packed it. */
public final class PluginJar {
    private PluginJar() {}

    /** The plugin of this Maven project: {@code target/classes}, where bnd has written its manifest. */
    public static Path ofThisProject() throws IOException {
        Path project = Path.of(System.getProperty("basedir", "."));
        return of(project.resolve("target/classes"));
    }

    /** Packs a folder of classes with its {@code META-INF/MANIFEST.MF}; the jar is gone when the JVM ends. */
    public static Path of(Path classes) throws IOException {
        Path manifestFile = classes.resolve("META-INF/MANIFEST.MF");
        if (Files.notExists(manifestFile)) {
            throw new IOException("there is no " + manifestFile.toAbsolutePath()
                    + ": bnd-maven-plugin must have run (goal bnd-process)");
        }
        Path jar = Files.createTempFile("plugin", ".jar");
        jar.toFile().deleteOnExit();
        try (InputStream in = Files.newInputStream(manifestFile);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, new Manifest(in));
                Stream<Path> files = Files.walk(classes)) {
            List<Path> all = files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(manifestFile))
                    .sorted()
                    .toList();
            for (Path file : all) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
