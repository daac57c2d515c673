package pbx.health.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import pbx.api.PbxException;
import pbx.api.settings.SettingsCheck;
import pbx.health.Fake;

/** Unzips what was written and looks for canaries, in every form in which a secret goes over a wire or into a log. */
class SupportBundleTest {
    private static final String PLAIN = "CANARY plain+/ä&";
    private static final String IN_FILE = "CANARY-in-file";
    private static final String DEFINED = "CANARY-by-definition";

    @TempDir
    Path home;

    private final List<String> forms = new ArrayList<>();
    private SupportBundle support;

    @BeforeEach
    void furnish() throws Exception {
        Files.createDirectories(home.resolve("logs"));
        Files.createDirectories(home.resolve("data/recordings"));
        Path secret = Files.writeString(home.resolve("secret"), IN_FILE + "\n");
        forms(PLAIN);
        forms(IN_FILE);
        forms(DEFINED);
        String everything = String.join("\n", forms) + "\nan innocent line\n";
        Files.writeString(home.resolve("logs/pbx.log"), everything);
        Files.writeString(home.resolve("data/recordings/m.jsonl"), recording("masked") + everything);
        Files.writeString(home.resolve("data/recordings/f.jsonl"), recording("full") + "+49 89 1234\n");
        ConfigurationAdmin admin = configurations(Map.of(
                ".password",
                PLAIN,
                "token.secret",
                "file:" + secret,
                "server",
                "https://pbx.example",
                "list",
                new String[] {"a", "b"},
                "code",
                DEFINED));
        support = new SupportBundle(
                admin, home, List.of(new Part("metrics.txt", () -> everything), new Part("health.txt", () -> {
                    throw new IOException("broken " + PLAIN);
                })));
        support.definitions = Fake.of(SettingsCheck.class, Map.of("secrets", Set.of("code")));
    }

    @Test
    void nothingInItIsSecret() throws Exception {
        Map<String, String> zip =
                unzip(support.write(home.resolve("s.zip")).toCompletableFuture().get(20, TimeUnit.SECONDS));
        int looked = 0;
        for (Map.Entry<String, String> part : zip.entrySet()) {
            for (String form : forms) {
                assertFalse(part.getValue().contains(form), form + " is in " + part);
                looked++;
            }
            assertFalse(part.getValue().contains("CANARY"), part.toString());
        }
        System.out.println(
                "canaries: " + forms.size() + " forms in " + zip.size() + " files, " + looked + " looks, none found");
        assertTrue(zip.get("pbx.log").contains("an innocent line"), zip.get("pbx.log"));
    }

    @Test
    void itHoldsWhatHelps() throws Exception {
        Map<String, String> zip =
                unzip(support.write(home.resolve("s.zip")).toCompletableFuture().get(20, TimeUnit.SECONDS));
        String configuration = zip.get("configuration.txt");
        assertTrue(
                configuration.contains(
                        "[pbx.account~demo]\n.password = ***\ncode = ***\nlist = a, b\nserver = https://pbx.example\n"),
                configuration);
        assertTrue(configuration.contains("token.secret = file:" + home), "a reference is no secret: " + configuration);
        assertTrue(zip.get("threads.txt").contains("\"pbx-support\" RUNNABLE daemon"));
        assertTrue(
                zip.get("health.txt").startsWith("cannot be told: java.io.IOException: broken ***"),
                zip.get("health.txt"));
        assertTrue(zip.get("recordings/m.jsonl").startsWith(recording("masked")), "a replay begins with this line");
        assertTrue(zip.get("recordings/f.jsonl").startsWith("left out"), zip.get("recordings/f.jsonl"));
        assertTrue(zip.containsKey("README.txt"));
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws Exception {
        Path there = Files.writeString(home.resolve("there.zip"), "mine");
        ExecutionException e = assertThrows(
                ExecutionException.class,
                () -> support.write(there).toCompletableFuture().get(20, TimeUnit.SECONDS));
        assertEquals(PbxException.Reason.INVALID, ((PbxException) e.getCause()).reason());
        assertEquals("mine", Files.readString(there));
        ExecutionException none =
                assertThrows(ExecutionException.class, () -> support.write(home.resolve("no/such/folder.zip"))
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS));
        assertEquals(PbxException.Reason.REFUSED, ((PbxException) none.getCause()).reason());
        assertTrue(none.getCause().getMessage().contains("there is no such folder"), none::toString);
    }

    /** A short password is in too many words to be taken out of all of them; what identifies it is not. */
    @Test
    void shortSecretsAreFoundByTheirDigest() throws Exception {
        Scrub scrub = new Scrub(List.of("demo", ""));
        assertEquals("account demo", scrub.clean("account demo"));
        assertEquals("45@localhost ***", scrub.clean("45@localhost " + md5("demo")));
        assertEquals("***", scrub.clean(md5("demo").toUpperCase(Locale.ROOT)));
    }

    private void forms(String secret) throws Exception {
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(md5(secret));
        for (String before : List.of("", "a:", "admin:", "root:")) {
            String text = before + secret + " and more";
            String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            int from = (before.length() * 8 + 5) / 6;
            int to = (before.length() + secret.getBytes(StandardCharsets.UTF_8).length) * 8 / 6;
            forms.add(base64.substring(from, to));
        }
    }

    private static String md5(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static String recording(String kept) {
        return "{\"t\":0,\"what\":\"recording\",\"form\":1,\"kept\":\"" + kept + "\"}\n";
    }

    private static ConfigurationAdmin configurations(Map<String, Object> properties) {
        Configuration configuration = Fake.of(
                Configuration.class,
                Map.of(
                        "getPid",
                        "pbx.account~demo",
                        "getFactoryPid",
                        "pbx.account",
                        "getProperties",
                        FrameworkUtil.asDictionary(properties)));
        return Fake.of(ConfigurationAdmin.class, Map.of("listConfigurations", new Configuration[] {configuration}));
    }

    private static Map<String, String> unzip(Path file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
