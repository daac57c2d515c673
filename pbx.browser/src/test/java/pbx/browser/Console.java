package pbx.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pbx.acceptance.Platform;

/** A platform with two accounts, 45 and 44, the console's three users, and a browser. One for all tests of the console. */
final class Console implements AutoCloseable {
    private static final Pattern FIRST = Pattern.compile("user admin, password (\\S+)");
    private static final Pattern MADE = Pattern.compile("The password of \\S+ is (\\S+) \\(shown once\\)");

    /** The password of every extension here. Nobody may ever see it, in whatever form. */
    static final String SECRET = "Canary 7f3e+/&x";

    private static final String CONTROL = "of the embedded PBX's control";

    final Platform platform = new Platform();
    /** By name: admin, the operator olga, the viewer vic. */
    final Map<String, String> passwords = new HashMap<>();

    /** Where other machines would come. */
    final int secure = Platform.freePort();

    private Browser browser;

    /** As the shared store wants it. */
    static Console opened() {
        try {
            return new Console();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Console() throws Exception {
        platform.set("pbx.simulator.cfg", ".password", SECRET);
        platform.set("pbx.account-demo.cfg", ".password", SECRET);
        Path demo = platform.home.resolve("conf/pbx.account-demo.cfg");
        Files.writeString(
                platform.home.resolve("conf/pbx.account-bob.cfg"),
                Files.readString(demo).replace("extension = 45", "extension = 44"));
        platform.set("pbx.simulator.cfg", "demo", "false");
        platform.set("pbx.simulator.cfg", "control", "true");
        platform.set("pbx.simulator.cfg", ".controlToken", CONTROL);
        platform.set("pbx.console.tls.cfg", "address", "127.0.0.1");
        platform.set("pbx.console.tls.cfg", "port", "" + secure);
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

    /** The jar of one of the project's plugins. */
    static Path plugin(String name) throws IOException {
        Path folder = Path.of("..", "plugins", name, "target").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(folder)) {
            Path built = files.filter(file -> file.getFileName().toString().matches(name + "-[^-]+-SNAPSHOT\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no jar in " + folder));
            return Files.copy(built, Files.createTempDirectory("pbx-plugin").resolve(name + ".jar"));
        }
    }

    String origin() {
        return "http://127.0.0.1:" + platform.consolePort;
    }

    String url(String path) {
        return origin() + "/system/console/" + path;
    }

    /** Somebody outside rings extension 45, and names himself as he likes. */
    void rings(String name) throws Exception {
        URI call = URI.create("http://127.0.0.1:" + platform.pbxPort + "/control/call");
        String body = "{\"from\":\"+15555550100\",\"to\":\"45\",\"name\":\""
                + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(call)
                                .header("Authorization", "Bearer " + CONTROL)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** Of the listener for other machines. */
    Key certificate() throws Exception {
        return new Key(platform.home.resolve("data/console"));
    }

    /** With a session of its own. */
    Visit visit(String user) throws Exception {
        return new Visit(origin()).login(user, passwords.get(user));
    }

    Browser browser() throws Exception {
        browser = browser == null ? new Browser(0, certificate().hash()) : browser;
        return browser;
    }

    /** Somebody logs in anew and is on that page. */
    Browser browser(String user, String page) throws Exception {
        Browser seat = browser();
        seat.open(url("logout"));
        seat.open(url(page));
        seat.type("input[name=user]", user);
        seat.type("input[name=password]", passwords.get(user));
        seat.click("button");
        seat.sees("body", "Log out");
        return seat;
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
