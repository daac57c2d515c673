package pbx.console.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** One request to http://127.0.0.1:8080 and what was answered. */
final class Exchange {
    final Map<String, String> sent = new HashMap<>();
    final Map<String, String> answered = new HashMap<>();
    int status = 200;
    private final String method;
    private final Body body = new Body();

    Exchange(String method, String... headers) {
        this.method = method;
        for (int i = 0; i < headers.length; i += 2) {
            sent.put(headers[i], headers[i + 1]);
        }
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, args) -> switch (name) {
            case "getMethod" -> method;
            case "getHeader" -> sent.get((String) args[0]);
            case "getScheme" -> "http";
            case "getServerName" -> "127.0.0.1";
            case "getServerPort" -> 8080;
            case "getRemoteAddr" -> "127.0.0.1";
            case "setAttribute" -> null;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, args) -> switch (name) {
            case "setHeader" -> answered.put((String) args[0], (String) args[1]);
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
