import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Unpacks the launcher's jar, so that no start has to: {@code java Unpack.java launch.jar INTO FOLDER}, where FOLDER is what INTO
 * will be called when it is whole. Its jars come without compression, its settings name them by full path, and in the order in which
 * they are best started.
 */
class Unpack {
    private static final String SETTINGS = "launcher.properties";

    /** Property: the bundles to start first, by name and in this order; in launch.bndrun. */
    private static final String FIRST = "pbx.start.first";

    public static void main(String[] args) throws IOException {
        Path jars = Files.createDirectories(Path.of(args[1], "jar"));
        try (ZipFile launcher = new ZipFile(args[0])) {
            for (ZipEntry entry : launcher.stream().toList()) {
                if (entry.getName().matches("jar/[^/]+\\.jar")) {
                    try (InputStream in = launcher.getInputStream(entry)) {
                        store(in, jars.resolve(entry.getName().substring("jar/".length())));
                    }
                }
            }
            try (InputStream in = launcher.getInputStream(launcher.getEntry(SETTINGS));
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jars.resolve("settings.jar")))) {
                out.putNextEntry(new ZipEntry(SETTINGS));
                settings(in, args[2]).store(out, null);
            }
        }
    }

    private static Properties settings(InputStream in, String folder) throws IOException {
        Properties settings = new Properties();
        settings.load(in);
        settings.setProperty("launch.embedded", "false");
        List<String> first = List.of(settings.getProperty(FIRST, "").split(" "));
        settings.setProperty(
                "launch.bundles",
                Stream.of(settings.getProperty("launch.bundles").split(","))
                        .sorted(Comparator.comparingInt((String bundle) -> place(bundle, first)))
                        .map(bundle -> folder + "/" + bundle)
                        .collect(Collectors.joining(",")));
        return settings;
    }

    /** The others stay in their order behind those that are first. */
    private static int place(String bundle, List<String> first) {
        int place = first.indexOf(bundle.replaceFirst("^jar/(.*?)-\\d.*", "$1"));
        return place < 0 ? first.size() : place;
    }

    private static void store(InputStream from, Path to) throws IOException {
        try (ZipInputStream in = new ZipInputStream(from);
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                CRC32 check = new CRC32();
                check.update(bytes);
                ZipEntry stored = new ZipEntry(entry.getName());
                stored.setLastModifiedTime(entry.getLastModifiedTime());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(bytes.length);
                stored.setCrc(check.getValue());
                out.putNextEntry(stored);
                out.write(bytes);
            }
        }
    }
}
