package pbx.console.status;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class WebServerTest {
    @Test
    void tellsWhetherAnybodyListens() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebServer server = new WebServer("127.0.0.1", somebody.getLocalPort());
            assertTrue(server.listens());
            somebody.close();
            assertFalse(server.listens());
        }
        assertFalse(new WebServer("127.0.0.1", -1).listens());
    }
}
