package pbx.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The automated security pass over the running platform: one test, for its list is read as one. */
@ExtendWith(Shared.class)
class ConsoleAttackTest {
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)>\"'${brand.name}</script><script>document.title='owned'</script>";
    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Cross-Origin-Resource-Policy",
            "Cross-Origin-Opener-Policy",
            "Cache-Control");
    private static final int SLOW = 100;

    private final Console console;
    private final Attempts attempts = new Attempts();

    ConsoleAttackTest(Console console) {
        this.console = console;
    }

    @AfterEach
    void write() throws IOException {
        attempts.write();
    }

    @Test
    void nothingOfThisWorks() throws Exception {
        Visit admin = console.visit("admin");
        headers(admin);
        cookies();
        traversal(console.visit("vic"));
        forgery(admin);
        injection(admin);
        uploads(admin);
        oversized();
        slow();
        wires();
        stops(admin);
        guesses();
    }

    private void headers(Visit admin) throws Exception {
        for (String page : List.of("pbx", "pbxaudit", "bundles", "configMgr", "nosuch")) {
            HttpResponse<String> answer = admin.get(page);
            List<String> missing = HEADERS.stream()
                    .filter(name -> answer.headers().firstValue(name).isEmpty())
                    .toList();
            attempts.add("headers", "GET " + page, "missing: " + missing, missing.isEmpty());
        }
        String policy =
                admin.get("pbx").headers().firstValue("Content-Security-Policy").orElse("");
        String scripts = policy.replaceFirst(".*script-src ([^;]*);.*", "$1");
        attempts.add("headers", "scripts that our own pages may run", scripts, !scripts.contains("unsafe"));
        String gone = admin.get("nosuch").body();
        attempts.add(
                "headers", "an error page's words", gone, !gone.matches("(?is).*(jetty|exception|\\bat [a-z.]+\\().*"));
        HttpResponse<String> any = admin.get("pbx");
        attempts.add(
                "headers",
                "the server's name and version",
                any.headers().firstValue("Server").orElse("not told"),
                any.headers().firstValue("Server").isEmpty());
    }

    private void cookies() throws Exception {
        String wanted = "a".repeat(43);
        String form = "user=vic&password=" + encoded(console.passwords.get("vic"));
        String answer = raw(
                "POST /system/console/login HTTP/1.1",
                "Host: " + host(),
                "Origin: " + console.origin(),
                "Cookie: pbx-console=" + wanted + "; session=of-a-pbx",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length(),
                "Connection: close",
                "",
                form);
        String cookie = answer.replaceFirst("(?s).*Set-Cookie: (pbx-console=[^\r]*).*", "$1");
        attempts.add(
                "cookies",
                "a session id of the attacker's choice before the login",
                cookie.replaceFirst("=[^;]*", "=…"),
                cookie.matches("pbx-console=[\\w-]{43}; Path=/system/console; HttpOnly; SameSite=Strict")
                        && !cookie.contains(wanted));
        Visit vic = console.visit("vic");
        String id = vic.session();
        vic.get("logout");
        String after = raw(
                "GET /system/console/pbx HTTP/1.1",
                "Host: " + host(),
                "Cookie: pbx-console=" + id,
                "Connection: close",
                "");
        attempts.add(
                "cookies",
                "a session after its logout",
                status(after),
                status(after).equals("401"));
    }

    private void traversal(Visit vic) throws Exception {
        for (String path : List.of(
                "pbx/../bundles",
                "pbx/..;/bundles",
                "pbx/%2e%2e/bundles",
                "pbx%2f..%2fbundles",
                "pbx;/../bundles",
                "/bundles",
                "pbx/..%5cbundles",
                "pbx/..%c0%af..%c0%afbundles",
                "res/../bundles",
                "res/%2e%2e/configMgr",
                "bundles/.json",
                "pbxrecordings/file/..%2f..%2fconf%2fpbx.account-demo.cfg",
                "pbx/pbx.css%00.html",
                "../../../../etc/passwd")) {
            String answer = raw(
                    "GET /system/console/" + path + " HTTP/1.1",
                    "Host: " + host(),
                    "Cookie: pbx-console=" + vic.session(),
                    "Connection: close",
                    "");
            boolean leaks =
                    answer.contains("pbx.transport") || answer.contains("root:") || answer.contains(Console.SECRET);
            attempts.add("traversal", "viewer: GET " + path, status(answer), !leaks && !answer.contains("\"s\":["));
        }
    }

    private void forgery(Visit admin) throws Exception {
        Map<String, String> form =
                Map.of("do", "add", "name", "mallory", "role", "administrator", "token", admin.token("pbxusers"));
        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1")) {
            for (String page : List.of("pbxusers", "bundles", "configMgr/pbx.console", "vmstat", "install", "logout")) {
                int status = admin.postFrom(origin, page, form).statusCode();
                attempts.add("forgery", "POST " + page + " from the page " + origin, "" + status, status == 403);
            }
        }
        int wrong = admin.post("pbxusers", Map.of("do", "add", "name", "mallory", "role", "viewer", "token", "x"))
                .statusCode();
        attempts.add("forgery", "our own form with another session's token", "" + wrong, wrong == 403);
        int get = admin.get("configMgr/pbx.console?post=true&apply=true&propertylist=idleMinutes&idleMinutes=1")
                .statusCode();
        attempts.add("forgery", "a link that Felix takes for a form (post=true)", "" + get, get == 403);
        String rebound = raw("GET /system/console/pbx HTTP/1.1", "Host: evil.example", "Connection: close", "");
        attempts.add(
                "forgery",
                "another name for this machine (DNS rebinding)",
                status(rebound),
                status(rebound).equals("403"));
        HttpResponse<String> login = new Visit(console.origin())
                .postFrom("http://evil.example", "login", Map.of("user", "admin", "password", "x"));
        attempts.add(
                "forgery", "logging somebody in from another site", "" + login.statusCode(), login.statusCode() == 403);
        attempts.add(
                "forgery",
                "and after all that",
                "users",
                !admin.get("pbxusers").body().contains("mallory"));
    }

    /** A stranger rings under a name that would run a script, in a real browser on every page that shows it. */
    private void injection(Visit admin) throws Exception {
        Browser browser = console.browser("admin", "pbxcalls");
        console.rings(HOSTILE);
        for (String page : List.of("pbxcalls", "pbx", "pbxwire")) {
            browser.open(console.url(page));
            browser.sees("#pbx-live", "live");
            if (page.equals("pbxcalls")) {
                browser.sees("#pbx-calls tr", "onerror");
            }
            String title = String.valueOf(browser.run("return document.title"));
            Object images = browser.run("return document.querySelectorAll('#pbx img, #pbx script:not([src])').length");
            attempts.add(
                    "injection",
                    "caller's name " + HOSTILE + " on " + page,
                    title + ", " + images + " elements of it",
                    title.startsWith("Apache Felix Web Console") && images.equals(0L));
        }
        browser.open(console.url("pbxcalls"));
        browser.click("#pbx-calls button[name=hangup]");
        browser.sees("#pbx-calls tbody", "No calls.");
        for (String query : List.of("pbxaudit?search=", "pbxaccounts?account=", "pbxviews?view=", "pbx?")) {
            String page = admin.get(query + encoded("\"><script>alert(1)</script>${brand.name}"))
                    .body();
            attempts.add("injection", "GET " + query + "\"><script>…", "escaped", !page.contains("<script>alert(1)"));
        }
        HttpResponse<String> split = admin.get("pbx?x=%0d%0aSet-Cookie:%20evil=1");
        attempts.add(
                "injection",
                "a header in a query",
                "" + split.statusCode(),
                split.headers().allValues("Set-Cookie").stream().noneMatch(cookie -> cookie.contains("evil")));
        HttpResponse<String> refused = admin.post(
                "configMgr/pbx.console",
                Map.of(
                        "apply",
                        "true",
                        "action",
                        "ajaxConfigManager",
                        "propertylist",
                        "idleMinutes",
                        "idleMinutes",
                        "<img src=x onerror=alert(1)>"));
        attempts.add(
                "injection",
                "a refused setting, which Felix's form shows as HTML",
                refused.statusCode() + " " + refused.body(),
                refused.statusCode() == 400 && !refused.body().contains("<img"));
    }

    private void uploads(Visit admin) throws Exception {
        String token = admin.token("pbxplugins");
        for (String name : List.of("../../evil.jar", "..\\evil.jar", "evil.txt", ".jar", "a b.jar", "")) {
            String page = admin.upload("pbxplugins", token, name, new byte[] {1, 2, 3})
                    .body();
            attempts.add("uploads", "a file named " + name, said(page), page.contains("class=\"badge bad\""));
        }
        String nonsense = admin.upload("pbxplugins", token, "nonsense.jar", new byte[] {1, 2, 3})
                .body();
        attempts.add("uploads", "a jar that is none", said(nonsense), nonsense.contains("class=\"badge bad\""));
        int viewer = console.visit("vic")
                .upload("pbxplugins", token, "evil.jar", new byte[1])
                .statusCode();
        attempts.add("uploads", "a viewer's", "" + viewer, viewer == 403);
        int stranger = new Visit(console.origin())
                .upload("pbxplugins", token, "evil.jar", new byte[1000])
                .statusCode();
        attempts.add("uploads", "a stranger's", "" + stranger, stranger == 401);
        admin.post("pbxplugins", Map.of("undeploy", "nonsense.jar", "token", token));
    }

    private void oversized() throws Exception {
        for (String what : List.of("path", "header", "cookie")) {
            String large = "x".repeat(200_000);
            String answer = raw(
                    "GET /system/console/" + (what.equals("path") ? large : "pbx") + " HTTP/1.1",
                    "Host: " + host(),
                    (what.equals("cookie") ? "Cookie: pbx-console=" : "X-Large: ") + (what.equals("path") ? "" : large),
                    "Connection: close",
                    "");
            attempts.add(
                    "oversized",
                    "200 kB of " + what,
                    status(answer),
                    status(answer).matches("4(00|14|31)|closed"));
        }
        String password = "x".repeat(150_000);
        int status = new Visit(console.origin())
                .post("login", Map.of("user", "admin", "password", password))
                .statusCode();
        attempts.add("oversized", "a password of 150 kB", "" + status, status == 401);
        String announced = raw(
                "POST /system/console/bundles HTTP/1.1",
                "Host: " + host(),
                "Origin: " + console.origin(),
                "Content-Length: 99999999999",
                "Content-Type: application/octet-stream",
                "Connection: close",
                "",
                "x");
        attempts.add(
                "oversized",
                "100 GB announced without a session",
                status(announced),
                status(announced).equals("401"));
    }

    /** Half of them stop in the midst of the headers, half in the midst of a form. */
    private void slow() throws Exception {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.platform.consolePort);
            open.add(socket);
            String head = "POST /system/console/login HTTP/1.1\r\nHost: " + host() + "\r\nOrigin: " + console.origin();
            socket.getOutputStream()
                    .write((i % 2 == 0
                                    ? head
                                    : head
                                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\nu")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        Visit vic = console.visit("vic");
        int status = vic.get("pbx").statusCode();
        attempts.add(
                "slow clients",
                SLOW + " that stop half-way; somebody else logs in and reads",
                "" + status,
                status == 200);
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void wires() throws Exception {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), console.secure)) {
            plain.setSoTimeout(10_000);
            String answer;
            try {
                plain.getOutputStream()
                        .write("GET /system/console/pbx HTTP/1.1\r\nHost: x\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                answer = new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException reset) {
                answer = "";
            }
            attempts.add(
                    "wires",
                    "plain HTTP at the TLS port",
                    answer.isEmpty() ? "closed" : answer.split("\r\n", 2)[0],
                    !answer.contains("200 OK") && !answer.contains("Log in"));
        }
        for (InetAddress address : addresses()) {
            boolean open;
            try (Socket other = new Socket()) {
                other.connect(new InetSocketAddress(address, console.platform.consolePort), 2000);
                open = true;
            } catch (IOException refused) {
                open = false;
            }
            attempts.add("wires", "the plain port at another address of this machine", open ? "open" : "closed", !open);
        }
    }

    /** Those where it must not listen. */
    private static List<InetAddress> addresses() throws IOException {
        List<InetAddress> addresses = new ArrayList<>(NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList());
        addresses.add(InetAddress.getByName("127.0.0.2"));
        return addresses;
    }

    private void stops(Visit admin) throws Exception {
        for (Map.Entry<String, Map<String, String>> way : List.of(
                Map.entry("vmstat", Map.<String, String>of()),
                Map.entry("vmstat", Map.of("action", "setStartLevel", "systemStartLevel", "1")),
                Map.entry("bundles/0", Map.of("action", "stop")),
                Map.entry("bundles/00", Map.of("action", "update")),
                Map.entry("bundles/org.apache.felix.framework", Map.of("action", "stop")))) {
            int status = admin.post(way.getKey(), way.getValue()).statusCode();
            attempts.add("stops", "POST " + way.getKey() + " " + way.getValue(), "" + status, status == 405);
        }
        String asked = admin.post("pbxplatform", Map.of("do", "stop", "token", admin.token("pbxplatform")))
                .body();
        attempts.add("stops", "our own button, once", "asks", asked.contains("Stop it now"));
        attempts.add(
                "stops",
                "and it runs",
                "" + admin.get("pbx").statusCode(),
                admin.get("pbx").statusCode() == 200);
    }

    private void guesses() throws Exception {
        Visit admin = console.visit("admin");
        String token = admin.token("pbxusers");
        admin.post("pbxusers", Map.of("do", "add", "name", "gus", "role", "viewer", "token", token));
        int tried = 0;
        int status = 401;
        for (; tried < 10 && status == 401; tried++) {
            status = new Visit(console.origin())
                    .post("login", Map.of("user", "gus", "password", "guess " + tried))
                    .statusCode();
        }
        attempts.add(
                "guesses", "passwords for one user", status + " at the " + tried + "th", status == 429 && tried == 6);
        int known = admin.again("admin", console.passwords.get("admin"));
        attempts.add("guesses", "meanwhile the administrator in his own browser", "" + known, known == 303);
        admin.post("pbxusers", Map.of("do", "remove", "name", "gus", "token", token));
    }

    private String host() {
        return "127.0.0.1:" + console.platform.consolePort;
    }

    private static String said(String page) {
        return page.replaceFirst("(?s).*<p role=\"status\"><span class=\"badge \\w+\">([^<]*)<.*", "$1");
    }

    private static String status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "closed";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Exactly these lines, and the whole answer as it came. */
    private String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.platform.consolePort)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (SocketException reset) {
                return "closed: " + reset.getMessage();
            }
        }
    }
}
