package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets are looked for wherever the console or the platform says something, also in disguise. */
@ExtendWith(Shared.class)
class ConsoleSecretsTest {
    private static final Pattern LINK = Pattern.compile("href=\"/system/console/([\\w%.-]+)\"");

    private static final Pattern COMPONENT =
            Pattern.compile("\"id\":\"?(\\d+)\"?,[^{}]*\"pbx\\.(?:transport|simulator)");

    private final Console console;

    ConsoleSecretsTest(Console console) {
        this.console = console;
    }

    @Test
    void noPageDumpOrLogHoldsASecret() throws Exception {
        Visit admin = console.visit("admin");
        try (Overheard wire = new Overheard(console.platform.pbxPort);
                EchoingBroker broker = new EchoingBroker()) {
            provoke(wire, broker);
            look(admin, wire);
        } finally {
            for (String account : List.of("eve", "mal", "ref")) {
                Files.deleteIfExists(console.platform.home.resolve("conf/pbx.account-" + account + ".cfg"));
            }
        }
    }

    /** Everything is made to be said that could be: a call, a refused login, a broker that repeats its secret, a lost file. */
    private void provoke(Overheard wire, EchoingBroker broker) throws Exception {
        account("eve", "http://127.0.0.1:" + wire.port(), "42");
        account("mal", "http://127.0.0.1:" + console.platform.pbxPort, "41");
        console.platform.set("pbx.account-mal.cfg", "token.url", broker.url());
        console.platform.set("pbx.account-mal.cfg", ".tokenSecret", Console.SECRET);
        account("ref", "http://127.0.0.1:" + console.platform.pbxPort, "43");
        console.platform.set("pbx.account-ref.cfg", ".password", "file:/no/such/file");
        console.platform.say("pbx:await account 42@localhost REGISTERED 40");
        console.platform.warns("41@localhost");
        console.platform.warns("43@localhost");
        console.platform.say("pbx:dial 42@localhost 601", "pbx:await call ACTIVE 40");
        console.platform.printsNext("ACTIVE");
    }

    private void account(String name, String server, String extension) throws Exception {
        String file = "pbx.account-" + name + ".cfg";
        for (String[] setting : new String[][] {
            {"server", server}, {"tenant", "localhost"}, {"extension", extension}, {".password", Console.SECRET}
        }) {
            console.platform.set(file, setting[0], setting[1]);
        }
    }

    private void look(Visit admin, Overheard wire) throws Exception {
        Map<String, String> said = new LinkedHashMap<>();
        for (String page : pages(admin)) {
            HttpResponse<String> answer = admin.get(page);
            assertTrue(answer.statusCode() < 500, page + ": " + answer.statusCode());
            said.put(page, answer.body());
        }
        console.platform.say("pbx:hangup");
        said.putAll(written());
        for (String open : List.of("/health", "/ready", "/metrics", "/api/v1/openapi.json")) {
            said.put(
                    open,
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(console.origin() + open))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
        }
        said.putAll(unzipped(admin.bytes("pbxplatform/support.zip")));
        String state = said.get("support bundle: state.txt");
        assertTrue(state.contains("42@localhost REGISTERED"), state);
        said.put("standard output", String.join("\n", console.platform.printed()));
        List<String> found = new ArrayList<>();
        disguises(admin, wire)
                .forEach((what, secret) -> said.forEach((where, text) -> {
                    if (text.contains(secret)) {
                        found.add(what + " in " + where);
                    }
                }));
        assertEquals(List.of(), found);
        for (String dump :
                List.of("status-scr.txt", "status-slingprops/configuration-status-1.txt", "status-threads/a.zip")) {
            assertEquals(405, admin.get(dump).statusCode(), dump);
        }
        assertTrue(said.size() > 40, said.keySet()::toString);
    }

    private static Map<String, String> unzipped(byte[] zip) throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                parts.put("support bundle: " + part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertTrue(parts.keySet().contains("support bundle: configuration.txt"), parts.keySet()::toString);
        return parts;
    }

    /** All that the menu leads to, and what their scripts ask for. */
    private static Set<String> pages(Visit admin) throws Exception {
        Set<String> pages = new TreeSet<>();
        Matcher links = LINK.matcher(admin.get("bundles").body());
        while (links.find()) {
            pages.add(links.group(1));
        }
        pages.remove("logout");
        for (String page : List.copyOf(pages)) {
            if (page.startsWith("status-")) {
                pages.add(page + ".txt");
                pages.add(page + ".json");
            }
        }
        pages.addAll(List.of(
                "bundles.json",
                "services.json",
                "components.json",
                "logs.json",
                "pbxaccounts?account=demo",
                "pbxaccounts?account=eve",
                "nosuchpage"));
        Matcher components = COMPONENT.matcher(admin.get("components.json").body());
        while (components.find()) {
            pages.add("components/" + components.group(1));
            pages.add("components/" + components.group(1) + ".json");
        }
        for (String pid :
                List.of("pbx.account~demo", "pbx.account~bob", "pbx.account~eve", "pbx.simulator", "pbx.console.tls")) {
            pages.add("configMgr/" + pid + ".json");
            pages.add("configMgr/" + pid);
        }
        return pages;
    }

    /** Logs, the trail, recordings. */
    private Map<String, String> written() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        Path home = console.platform.home;
        for (Path folder : List.of(home.resolve("logs"), home.resolve("data/recordings"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    for (Path file : all.toList()) {
                        files.put(home.relativize(file).toString(), Files.readString(file));
                    }
                }
            }
        }
        files.put("data/audit.log", Files.readString(home.resolve("data/audit.log")));
        return files;
    }

    private Map<String, String> disguises(Visit admin, Overheard wire) throws Exception {
        Map<String, String> secrets = new LinkedHashMap<>();
        Set<String> sessions = wire.find("(?i)Set-Cookie: session=([^;\\r\\n]{8,})");
        Set<String> keys = wire.find("a=ice-pwd:([^\\\\\\s\"]{8,})");
        assertTrue(!sessions.isEmpty() && keys.size() >= 2, "both ends' keys were heard: " + sessions + keys);
        for (String session : sessions) {
            disguise(secrets, "a session at the PBX", session);
        }
        for (String key : keys) {
            disguise(secrets, "a key of SDP", key);
        }
        secrets.put(
                "the key of sealed secrets",
                Files.readString(console.platform.home.resolve("data/secret.key"))
                        .strip());
        disguise(secrets, "the PBX password", Console.SECRET);
        disguise(secrets, "a console session", admin.session());
        for (Map.Entry<String, String> user : console.passwords.entrySet()) {
            disguise(secrets, "the console password of " + user.getKey(), user.getValue());
        }
        secrets.put(
                "the key store's password",
                Files.readString(console.platform.home.resolve("data/console/keystore.password"))
                        .strip());
        return secrets;
    }

    private static void disguise(Map<String, String> secrets, String what, String secret) throws Exception {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] md5 = MessageDigest.getInstance("MD5").digest(bytes);
        secrets.put(what, secret);
        secrets.put(what + ", in HTML", secret.replace("&", "&amp;"));
        secrets.put(what + ", in JSON", secret.replace("/", "\\/"));
        secrets.put(what + ", URL-encoded", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        secrets.put(what + ", in base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
        secrets.put(what + ", in hex", HexFormat.of().formatHex(bytes));
        secrets.put(what + ", its MD5", HexFormat.of().formatHex(md5));
        secrets.put(what + ", its MD5 in base64", Base64.getEncoder().encodeToString(md5));
    }
}
