package pbx.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pbx.acceptance.Platform;

/** A platform with two accounts, 45 and 44, the console's three users, and a browser. One for all tests of the console. */
final class Console implements AutoCloseable {
    private static final Pattern FIRST = Pattern.compile("user admin, password (\\S+)");
    private static final Pattern MADE = Pattern.compile("The password of \\S+ is (\\S+) \\(shown once\\)");

    final Platform platform = new Platform();
    /** By name: admin, the operator olga, the viewer vic. */
    final Map<String, String> passwords = new HashMap<>();

    private Browser browser;

    Console() throws Exception {
        Path demo = platform.home.resolve("conf/pbx.account-demo.cfg");
        Files.writeString(
                platform.home.resolve("conf/pbx.account-bob.cfg"),
                Files.readString(demo).replace("extension = 45", "extension = 44"));
        platform.set("pbx.simulator.cfg", "demo", "false");
        platform.start("--headless");
        platform.prints("ready in");
        passwords.put("admin", found(FIRST, platform.warns("web console: user admin")));
        Visit admin = visit("admin");
        String token = admin.token("pbxusers");
        for (Map.Entry<String, String> user :
                Map.of("olga", "operator", "vic", "viewer").entrySet()) {
            String page = admin.post(
                            "pbxusers",
                            Map.of("do", "add", "name", user.getKey(), "role", user.getValue(), "token", token))
                    .body();
            passwords.put(user.getKey(), found(MADE, page));
        }
    }

    String origin() {
        return "http://127.0.0.1:" + platform.consolePort;
    }

    String url(String path) {
        return origin() + "/system/console/" + path;
    }

    /** With a session of its own. */
    Visit visit(String user) throws Exception {
        return new Visit(origin()).login(user, passwords.get(user));
    }

    Browser browser() throws IOException {
        browser = browser == null ? new Browser(0, "") : browser;
        return browser;
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return found.group(1);
    }

    @Override
    public void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        platform.close();
    }
}
