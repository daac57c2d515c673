package pbx.kit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import pbx.simulator.Given;
import pbx.simulator.Pbx;
import pbx.simulator.Settings;
import pbx.simulator.control.Control;
import pbx.webrtc.AudioEngine;

/**
 * An embedded PBX for tests, without OSGi: a field with {@code @RegisterExtension} starts it before each test on free ports of
 * the loopback address and closes it after; a static field has one for all tests of the class. Tenant {@code localhost},
 * extensions 40 to 59, password {@code demo}, administrator {@code admin} with {@code demo}; nobody in the demo office.
 *
 * <pre>
 * &#64;RegisterExtension
 * EmbeddedPbx pbx = EmbeddedPbx.signalling();
 *
 * &#64;Test
 * void somebodyCalls() {
 *     ... connect to pbx.url() as extension 45 ...
 *     pbx.control().call("46", "45");
 * }
 * </pre>
 */
public final class EmbeddedPbx
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Map<String, Object> values = new HashMap<>(Map.of("httpPort", 0, "httpsPort", -1));
    private Optional<Running> running = Optional.empty();
    /** How many classes share it at this moment: one, and those nested in it. */
    private int sharing;

    private EmbeddedPbx(boolean audio) {
        values.put("audio", audio);
        values.put("_password", "demo");
        values.put("_adminPassword", "demo");
    }

    /** Calls without sound. */
    public static EmbeddedPbx signalling() {
        return new EmbeddedPbx(false);
    }

    /** Calls with real audio, which needs the native libraries that the platform needs. */
    public static EmbeddedPbx audio() {
        return new EmbeddedPbx(true);
    }

    /**
     * Another setting than the usual, before it is started.
     *
     * @param setting the name of a method of the PBX's configuration, e.g. {@code extensions}, {@code dialect}, {@code demo}
     */
    public EmbeddedPbx with(String setting, Object value) {
        values.put(setting, value);
        return this;
    }

    /** With https and wss too. */
    public EmbeddedPbx withTls() {
        return with("httpsPort", 0);
    }

    /** Starts it; an extension is started by JUnit. */
    public EmbeddedPbx start() throws Exception {
        Path directory = Files.createTempDirectory("pbx-kit");
        values.put("directory", directory.toString());
        Engine engine = Boolean.TRUE.equals(values.get("audio")) ? Engine.real() : Engine.silent();
        try {
            Pbx pbx = new Pbx(engine.audio(), Settings.of(Given.configuration(values)));
            running = Optional.of(new Running(pbx, engine, directory));
            return this;
        } catch (Exception failed) {
            engine.close();
            delete(directory);
            throw failed;
        }
    }

    @Override
    public void close() throws Exception {
        Running over = require();
        running = Optional.empty();
        over.pbx().close();
        over.engine().close();
        delete(over.directory());
    }

    /** Scenarios and faults. */
    public Control control() {
        return require().pbx().control();
    }

    /** Where the PBX's ends of its calls are heard and spoken to, as owner {@code simulator@TENANT}. */
    public AudioEngine engine() {
        return require().engine().audio();
    }

    /** Where it listens: {@code http://127.0.0.1:PORT}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port("http"));
    }

    /** Where it listens with TLS; see {@link #withTls} and {@link #certificate}. */
    public URI secureUrl() {
        return URI.create("https://127.0.0.1:" + port("https"));
    }

    /** What a client has to trust, as PEM. */
    public Path certificate() {
        return require().directory().resolve("certificate.pem");
    }

    private int port(String scheme) {
        try {
            return require().pbx().port(scheme).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception none) {
            throw new IllegalStateException("the embedded PBX has no " + scheme, none);
        }
    }

    private Running require() {
        return running.orElseThrow(() -> new IllegalStateException("the embedded PBX is not started"));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (sharing++ == 0) {
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        if (sharing == 0) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (sharing == 0) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (--sharing == 0 && running.isPresent()) { // it is not where it could not be started
            close();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private record Running(Pbx pbx, Engine engine, Path directory) {}
}
