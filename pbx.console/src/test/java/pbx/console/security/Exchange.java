package pbx.console.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** One request to the console at http://127.0.0.1:8080 and what was answered. */
final class Exchange {
    final Map<String, String> sent = new HashMap<>();
    final Map<String, String> form = new HashMap<>();
    final Map<String, String> answered = new HashMap<>();
    final Map<String, String> given = new HashMap<>();
    int status = 200;
    String path = "/pbx";
    String host = "127.0.0.1";
    String local = "127.0.0.1";
    String remote = "127.0.0.1";
    boolean secure;
    private final String method;
    private final Body body = new Body();

    Exchange(String method, String... headers) {
        this.method = method;
        for (int i = 0; i < headers.length; i += 2) {
            sent.put(headers[i], headers[i + 1]);
        }
    }

    Exchange at(String path) {
        this.path = path;
        return this;
    }

    Exchange with(String name, String value) {
        form.put(name, value);
        return this;
    }

    Exchange from(String address) {
        remote = address;
        return this;
    }

    Exchange session(String id) {
        sent.put("Cookie", id);
        return this;
    }

    /** Sent by a browser that was let in before. */
    Exchange known(Exchange before) {
        sent.put("Cookie", "none");
        sent.put("Known", before.given.get("known").replaceFirst("^[^=]*=([^;]*);.*", "$1"));
        return this;
    }

    /** What the browser keeps of the answer. */
    String cookie() {
        return answered.getOrDefault("Set-Cookie", "").replaceFirst("^pbx-console=([^;]*);.*", "$1");
    }

    String said() {
        return body.bytes.toString(StandardCharsets.UTF_8);
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, args) -> switch (name) {
            case "getMethod" -> method;
            case "getHeader" -> sent.get((String) args[0]);
            case "getCookies" -> cookies();
            case "getParameterNames" -> Collections.enumeration(form.keySet());
            case "getParameter" -> form.get((String) args[0]);
            case "getScheme" -> secure ? "https" : "http";
            case "isSecure" -> secure;
            case "getContextPath" -> "";
            case "getServletPath" -> "/system/console";
            case "getPathInfo" -> path;
            case "getRequestURI" -> "/system/console" + path;
            case "getServerName" -> host;
            case "getServerPort" -> 8080;
            case "getRemoteAddr" -> remote;
            case "getLocalAddr" -> local;
            case "setAttribute" -> null;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Cookie[] cookies() {
        return sent.containsKey("Cookie")
                ? new Cookie[] {
                    new Cookie("session", "a PBX's"),
                    new Cookie("pbx-console", sent.get("Cookie")),
                    new Cookie("pbx-console-known", sent.getOrDefault("Known", ""))
                }
                : null;
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, args) -> switch (name) {
            case "setHeader" -> answered.put((String) args[0], (String) args[1]);
            case "addHeader" ->
                ((String) args[1]).startsWith("pbx-console-known=")
                        ? given.put("known", (String) args[1])
                        : answered.put((String) args[0], (String) args[1]);
            case "setStatus" -> status((Integer) args[0]);
            case "getOutputStream" -> body;
            case "setContentType", "setContentLength", "flushBuffer" -> null;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Object status(int given) {
        status = given;
        return null;
    }

    private interface Answers {
        Object to(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Object answer = answers.to(method.getName(), args);
            return method.getReturnType() == void.class ? null : answer;
        }));
    }

    private static final class Body extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int value) {
            bytes.write(value);
        }
    }
}
