package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
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
        console.platform.say("pbx:dial 45@localhost 601", "pbx:await call ACTIVE 10", "pbx:hangup");
        console.platform.printsNext("ACTIVE");
        Map<String, String> said = new LinkedHashMap<>();
        for (String page : pages(admin)) {
            HttpResponse<String> answer = admin.get(page);
            assertTrue(answer.statusCode() < 500, page + ": " + answer.statusCode());
            said.put(page, answer.body());
        }
        said.putAll(written());
        said.put("standard output", String.join("\n", console.platform.printed()));
        List<String> found = new ArrayList<>();
        disguises(admin)
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
        assertTrue(said.size() > 25, said.keySet()::toString);
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
        pages.addAll(
                List.of("bundles.json", "services.json", "components.json", "logs.json", "pbxaccounts?account=demo"));
        Matcher components = COMPONENT.matcher(admin.get("components.json").body());
        while (components.find()) {
            pages.add("components/" + components.group(1));
            pages.add("components/" + components.group(1) + ".json");
        }
        for (String pid : List.of("pbx.account~demo", "pbx.account~bob", "pbx.simulator", "pbx.console.tls")) {
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

    private Map<String, String> disguises(Visit admin) throws Exception {
        Map<String, String> secrets = new LinkedHashMap<>();
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
