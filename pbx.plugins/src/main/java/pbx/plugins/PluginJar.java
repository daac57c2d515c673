package pbx.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * The bytes of one plugin, read once: what was looked at is what is installed, whatever becomes of the file.
 *
 * @param copy the private copy
 * @param hash SHA-256 of the bytes
 * @param name the bundle's symbolic name
 * @param version the bundle's version
 * @param services the simple names of the services of {@code pbx.api} that it declares to offer or to want
 */
record PluginJar(Path copy, String hash, String name, String version, Set<String> services) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** The bytes that were looked at, or none. */
    InputStream open() throws IOException {
        byte[] bytes = bytes();
        if (!Sha256.of(bytes).equals(hash)) {
            throw new IOException("the private copy " + copy + " was changed by other hands");
        }
        return new ByteArrayInputStream(bytes);
    }

    private byte[] bytes() throws IOException {
        try {
            return Files.readAllBytes(copy);
        } catch (OutOfMemoryError tooLarge) {
            throw new IOException(
                    "it is larger (" + Files.size(copy)
                            + " bytes) than the memory that is free: load large data from a file",
                    tooLarge);
        }
    }

    /** Reads what identifies a bundle. */
    static PluginJar of(Path copy, String hash) throws IOException, BadPlugin {
        Attributes manifest = manifest(copy);
        String name = header(manifest, Constants.BUNDLE_SYMBOLICNAME);
        if (!NAME.matcher(name).matches()) {
            throw new BadPlugin(
                    "its manifest has no valid Bundle-SymbolicName, so it is no OSGi bundle: build it with bnd");
        }
        if (manifest.getValue(Constants.FRAGMENT_HOST) != null) {
            throw new BadPlugin("it is a fragment, which would change another bundle: make it a bundle of its own");
        }
        return new PluginJar(copy, hash, name, version(manifest), Uses.services(manifest));
    }

    private static Attributes manifest(Path copy) throws IOException, BadPlugin {
        try (JarFile jar = new JarFile(copy.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        } catch (SecurityException e) {
            throw new BadPlugin("its manifest cannot be read: " + e.getMessage(), e);
        }
    }

    private static String version(Attributes manifest) throws BadPlugin {
        try {
            return Version.parseVersion(header(manifest, Constants.BUNDLE_VERSION))
                    .toString();
        } catch (IllegalArgumentException e) {
            throw new BadPlugin("its Bundle-Version is no version: " + e.getMessage(), e);
        }
    }

    /** Without directives, such as {@code ;singleton:=true}. */
    private static String header(Attributes manifest, String name) {
        String value = manifest.getValue(name);
        return value == null ? "" : value.split(";", 2)[0].strip();
    }
}
