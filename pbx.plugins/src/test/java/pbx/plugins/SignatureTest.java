package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugin.State;
import pbx.plugins.Settings.Limits;
import pbx.plugins.sample.Good;

/** Only what is signed by somebody trusted runs, whatever was done to it and whatever road it came by. */
class SignatureTest {
    @TempDir
    static Path keyFolder;

    private static Keys keys;

    @RegisterExtension
    final RealFramework felix = new RealFramework();

    @RegisterExtension
    final LogLines log = new LogLines();

    private Deployer deployer;
    private Settings plain;

    @BeforeAll
    static void make() throws Exception {
        keys = new Keys(keyFolder);
    }

    @BeforeEach
    void open() throws Exception {
        plain = Settings.plain(felix.folder().resolve("plugins"), Duration.ofMillis(20));
        deployer = new Deployer(felix.context(), plain);
        get(deployer.configure(signed()));
    }

    @AfterEach
    void close() throws InterruptedException {
        deployer.stop();
    }

    private Settings signed() {
        return signed(Trust.of(true, keys.trusted().toString(), ""));
    }

    private Settings signed(Trust trust) {
        return new Settings(
                plain.folder(),
                plain.interval(),
                plain.data(),
                trust,
                plain.denials(),
                Limits.NONE,
                plain.start(),
                plain.probation());
    }

    /** What is done to a signed jar, and what is said of it. */
    enum Tampering {
        CLASS_CHANGED("digest error"),
        MANIFEST_CHANGED("digest"),
        ENTRY_ADDED("has no signature"),
        ENTRY_TAKEN_OUT("was taken out"),
        ENTRY_TWICE("is there twice");

        private final String said;

        Tampering(String said) {
            this.said = said;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTamperedJarIsRefused(Tampering tampering) throws Exception {
        Path jar = keys.sign(good("1.0.0"), "signer");
        Files.write(jar, tampered(jar, tampering));
        Plugin refused = get(deployer.deploy(jar));
        assertEquals(State.FAILED, refused.state());
        assertTrue(refused.problem().orElse("").contains(tampering.said), refused::toString);
        assertEquals(List.of(), felix.bundles());
        assertTrue(audit().contains("\"event\":\"REFUSED\",\"plugin\":\"good\""), this::audit);
    }

    @Test
    void whoIsTrustedMayAndWhoIsNotMayNot() throws Exception {
        Plugin runs = get(deployer.deploy(keys.sign(good("1.0.0"), "signer")));
        assertEquals(State.RUNNING, runs.state(), runs::toString);
        assertEquals(Optional.of("CN=signer"), runs.signer());
        Plugin unsigned = get(deployer.deploy(good("2.0.0")));
        assertTrue(unsigned.problem().orElse("").startsWith("it is not signed"), unsigned::toString);
        Plugin strange = get(deployer.deploy(keys.sign(good("3.0.0"), "stranger")));
        assertTrue(
                strange.problem().orElse("").startsWith("nobody whom the trust file vouches for"), strange::toString);
        assertEquals(List.of("good 1.0.0"), felix.bundles());
    }

    @Test
    void whatCameByAnotherRoadStaysDownUntilSignaturesAreNoLongerAsked() throws Exception {
        Bundle foreign = felix.context().installBundle(good("1.0.0").toUri().toString());
        BundleException refused = assertThrows(BundleException.class, foreign::start);
        assertEquals(BundleException.RESOLVE_ERROR, refused.getType());
        assertEquals(List.of("good 1.0.0 idle"), felix.bundles());
        get(deployer.undeploy("nobody").exceptionally(e -> null)); // and so the audit log is written
        assertTrue(audit().contains("\"event\":\"REFUSED\",\"plugin\":\"good\""), this::audit);
        get(deployer.configure(plain));
        foreign.start();
        assertEquals(List.of("good 1.0.0"), felix.bundles());
    }

    @Test
    void anUpdateByAnotherRoadDoesNotRun() throws Exception {
        get(deployer.deploy(keys.sign(good("1.0.0"), "signer")));
        Bundle plugin = felix.context().getBundle("plugin:good");
        try (InputStream bytes = Files.newInputStream(good("2.0.0"))) {
            plugin.update(bytes);
        } catch (BundleException e) {
            // refused at once, or when it is started
        }
        assertThrows(BundleException.class, plugin::start);
        assertEquals(List.of("good 2.0.0 idle"), felix.bundles());
    }

    @Test
    void whatRunsUnsignedIsStoppedWhenSignaturesAreAsked() throws Exception {
        get(deployer.configure(plain));
        get(deployer.deploy(good("1.0.0")));
        get(deployer.undeploy("nobody").exceptionally(e -> null));
        get(deployer.configure(signed()));
        assertEquals(List.of(), felix.bundles());
    }

    @Test
    void whatATypingErrorStoppedRunsAgainWhenItIsMended() throws Exception {
        get(deployer.deploy(keys.sign(good("1.0.0"), "signer")));
        Trust none = Trust.of(true, keyFolder.resolve("none.pem").toString(), "");
        get(deployer.configure(signed(none)));
        assertEquals(List.of(), felix.bundles());
        get(deployer.configure(signed()));
        assertEquals(List.of("good 1.0.0"), felix.bundles());
    }

    @Test
    void withoutATrustFileNothingRuns() throws Exception {
        Trust none = Trust.of(true, keyFolder.resolve("none.pem").toString(), "");
        BadPlugin refused =
                assertThrows(BadPlugin.class, () -> new SignedJar(keys.sign(good("1.0.0"), "signer"), none).signer());
        assertTrue(refused.getMessage().contains("cannot be read"), refused::getMessage);
    }

    private Path good(String version) throws IOException {
        return TestJar.bundle("good", version)
                .activator(Good.class)
                .text("text.txt", "one")
                .at(felix.folder().resolve("good.jar"));
    }

    private String audit() {
        try {
            return Files.readString(felix.folder().resolve("audit.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static byte[] tampered(Path jar, Tampering tampering) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        byte[] other = "two".getBytes(StandardCharsets.UTF_8);
        switch (tampering) {
            case CLASS_CHANGED -> entries.put("pbx/plugins/sample/Good.class", other);
            case MANIFEST_CHANGED ->
                entries.put(
                        "META-INF/MANIFEST.MF",
                        new String(entries.get("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8)
                                .replace("1.0.0", "1.0.1")
                                .getBytes(StandardCharsets.UTF_8));
            case ENTRY_ADDED -> entries.put("META-INF/services/java.lang.Runnable", other);
            case ENTRY_TAKEN_OUT -> entries.remove("text.txt");
            case ENTRY_TWICE -> entries.put("text.tx_", other);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        String whole = bytes.toString(StandardCharsets.ISO_8859_1);
        return whole.replace("text.tx_", "text.txt").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
