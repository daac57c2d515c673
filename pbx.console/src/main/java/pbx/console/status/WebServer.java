package pbx.console.status;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Where the web server was told to listen: the framework properties, which the launcher also makes system properties. */
record WebServer(String host, int port) {
    static final String PORT = "org.osgi.service.http.port";
    private static final int CONNECT_MILLIS = 200;

    static WebServer configured() {
        String host = System.getProperty("org.apache.felix.http.host", "127.0.0.1");
        return new WebServer(host.equals("0.0.0.0") ? "127.0.0.1" : host, Integer.getInteger(PORT, 8080));
    }

    /** Whether anybody listens there. Connecting, unlike trying to listen, takes the port from nobody. */
    boolean listens() {
        if (port <= 0) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
