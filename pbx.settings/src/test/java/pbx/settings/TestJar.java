package pbx.settings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes small bundles. */
final class TestJar {
    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    TestJar() {
        with("Manifest-Version", "1.0");
    }

    static TestJar bundle(String name, String version) {
        return new TestJar()
                .with("Bundle-ManifestVersion", "2")
                .with("Bundle-SymbolicName", name)
                .with("Bundle-Version", version)
                .with("Import-Package", "org.osgi.framework");
    }

    TestJar with(String header, String value) {
        manifest.getMainAttributes().put(new Attributes.Name(header), value);
        return this;
    }

    TestJar activator(Class<?> type) throws IOException {
        return with("Bundle-Activator", type.getName()).type(type);
    }

    TestJar type(Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = TestJar.class.getClassLoader().getResourceAsStream(path)) {
            entries.put(path, in.readAllBytes());
        }
        return this;
    }

    TestJar text(String path, String text) {
        entries.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Moved into place: two writes of the same size within one tick of the clock would look the same. */
    Path at(Path file) throws IOException {
        Path coming = file.resolveSibling("." + file.getFileName() + ".test");
        Files.write(coming, bytes());
        return Files.move(coming, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
