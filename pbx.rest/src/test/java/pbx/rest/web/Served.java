package pbx.rest.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import pbx.api.access.Tokens;
import pbx.rest.Office;
import pbx.rest.RestConfig;
import pbx.rest.events.Events;

/** The interface in a real web server. */
final class Served implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Office office = new Office();
    final Events events;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /** @param settings those that are not the defaults */
    Served(Tokens tokens, Map<String, ?> settings) throws Exception {
        RestConfig config = config(settings);
        events = new Events(office.phone, tokens, config);
        connector.setHost("127.0.0.1");
        connector.setAcceptedSendBufferSize(8192); // so that a client that does not read is noticed soon
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(new Api(office.phone, tokens, events, config));
        holder.setAsyncSupported(true);
        context.addServlet(holder, Api.ROOT + "/*");
        server.setHandler(context);
        server.start();
    }

    HttpResponse<String> ask(String token, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + Api.ROOT + path);
    }

    /** Exactly these lines, and the whole response as it came. */
    String raw(String... lines) throws IOException {
        try (Socket socket = connect()) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
            } catch (SocketException over) {
                // it has its answer already, and will hear no more
            }
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException over) {
                // a server that is sent more than it reads resets the line behind its answer
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    @Override
    public void close() throws Exception {
        events.stop();
        server.stop();
    }

    private static RestConfig config(Map<String, ?> settings) {
        return (RestConfig) Proxy.newProxyInstance(
                RestConfig.class.getClassLoader(),
                new Class<?>[] {RestConfig.class, Annotation.class},
                (self, method, words) -> settings.containsKey(method.getName())
                        ? settings.get(method.getName())
                        : method.getDefaultValue());
    }
}
