package pbx.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the console with a session, but without a browser: quick, and he sends what no browser would. */
final class Visit {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([\\w-]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient follower = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String origin;

    /** @param origin of the console, such as {@code http://127.0.0.1:8080} */
    Visit(String origin) {
        this.origin = origin;
    }

    Visit login(String user, String password) throws Exception {
        HttpResponse<String> answer = post("login", Map.of("user", user, "password", password));
        if (answer.statusCode() != 303) {
            throw new AssertionError("not let in: " + answer.statusCode() + " " + answer.body());
        }
        return this;
    }

    /** The same browser logs in once more; the answer's status. */
    int again(String user, String password) throws Exception {
        return post("login", Map.of("user", user, "password", password)).statusCode();
    }

    /** A file as a form of the plugins' page sends it. */
    HttpResponse<String> upload(String path, String token, String name, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String part = "--border\r\nContent-Disposition: form-data; name=";
        for (String[] field : new String[][] {{"token", token}, {"upload", "yes"}}) {
            body.writeBytes(
                    (part + "\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes((part + "\"jar\"; filename=\"" + name + "\"\r\nContent-Type: application/java-archive\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--border--\r\n".getBytes(StandardCharsets.UTF_8));
        return follower.send(
                HttpRequest.newBuilder(URI.create(origin + "/system/console/" + path))
                        .header("Content-Type", "multipart/form-data; boundary=border")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    byte[] bytes(String path) throws Exception {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** As a form of the console's own pages does; the page that is shown then. */
    HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        HttpRequest.Builder request = request(path).header("Origin", origin).POST(body(form));
        return (path.equals("login") ? client : follower).send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> postFrom(String foreign, String path, Map<String, String> form) throws Exception {
        return send(request(path).header("Origin", foreign).POST(body(form)));
    }

    HttpResponse<String> method(String method, String path) throws Exception {
        return send(request(path).header("Origin", origin).method(method, BodyPublishers.noBody()));
    }

    /** The id of this session. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("pbx-console"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** What the forms of this session carry. */
    String token(String path) throws Exception {
        Matcher token = TOKEN.matcher(get(path).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + path);
        }
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + "/system/console/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher body(Map<String, String> form) {
        return BodyPublishers.ofString(form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
