package pbx.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests and handshakes that nobody would write, and people who take their time. A call of somebody else goes on. */
class HostileDoorsTest {
    private static final long SEED = 20260102;
    private static final int REQUESTS = Boolean.getBoolean("pbx.full") ? 100_000 : 2_000;
    private static final List<String> SEEDS = List.of(
            request("PUT /rest/system/session", "Content-Type: application/json", Bench.auth("45@localhost", "demo")),
            request(
                    "POST /rest/system/session",
                    "Origin: https://localhost:9",
                    "{\"name\":\"session\",\"value\":\"x\"}"),
            request(
                    "POST /rest/system/session",
                    "Authorization: Basic YWRtaW46ZGVtbw==",
                    "{\"name\":\"3rd\",\"username\":\"46\",\"domain\":\"localhost\"}"),
            request("GET /rest/user/46%40localhost/dnd", "Cookie: session=abc; a=\"b", ""),
            request("POST /rest/user/46%40localhost/dnd", "Authorization: Basic NDY6ZGVtbw==", "{\"state\":true}"),
            request("GET /rest/user/46%40localhost/calls", "Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n"),
            request("DELETE /rest/system/session", "Cookie: session=%00", ""),
            request("OPTIONS /rest/system/session", "Origin: null", ""),
            request("GET /control/status", "Authorization: Bearer x", ""),
            request(
                    "GET /websocket?domain=localhost&user=46",
                    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: session=SESSION",
                    "\u0081\u0085\u0001\u0002\u0003\u0004hello"));
    private static final List<String> SPICE = List.of(
            "\r\n",
            "\r\n\r\n",
            "\u0000",
            "%",
            "%2e%2e/",
            "//",
            ";",
            ":",
            "\u00ff\u00fe",
            "A".repeat(9_000),
            "Content-Length: 99999999\r\n",
            "Content-Length: -1\r\n",
            "Expect: 100-continue\r\n",
            "HTTP/9.9",
            "?",
            "&user=45",
            "{\"a\":",
            "@");

    private final Bench bench = new Bench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void mutatedRequestsHarmNobodyElse() throws Exception {
        Client good = talking();
        String session = bench.session("46@localhost");
        Random random = new Random(SEED);
        for (int sent = 0; sent < REQUESTS; ) {
            try (Socket socket = connect()) {
                for (int many = 1 + random.nextInt(20); many > 0; many--, sent++) {
                    String seed = SEEDS.get(random.nextInt(SEEDS.size())).replace("SESSION", session);
                    socket.getOutputStream().write(mutate(seed, random).getBytes(ISO_8859_1));
                }
            } catch (IOException refused) {
                // as it should be, and the next one comes
            }
        }
        assertUnharmed(good);
        assertEquals(20, bench.session("46@localhost").length());
    }

    /** Two hundred who never finish their request take no thread from those who do. */
    @Test
    void slowClientsKeepNobodyWaiting() throws Exception {
        Client good = talking();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = connect();
                slow.add(socket);
                String begun = i % 2 == 0
                        ? "GET /rest/user/45"
                        : "PUT /rest/system/session HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n{";
                socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
            }
            assertEquals(20, bench.session("46@localhost").length());
            assertUnharmed(good);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void anEndlessBodyIsNotReadToItsEnd() throws Exception {
        Client good = talking();
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("PUT /rest/system/session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(ISO_8859_1));
            byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(ISO_8859_1);
            long most = 64L << 20;
            long written = 0;
            try {
                for (; written < most; written += chunk.length) {
                    socket.getOutputStream().write(chunk);
                }
            } catch (IOException refused) {
                // the PBX has hung up
            }
            assertTrue(written < most, "it took " + written + " bytes");
        }
        assertUnharmed(good);
    }

    @Test
    void aHeaderOfAMegabyteIsRefused() throws Exception {
        try (Socket socket = connect()) {
            byte[] header =
                    ("GET / HTTP/1.1\r\nHost: a\r\nCookie: " + "x".repeat(1 << 20) + "\r\n\r\n").getBytes(ISO_8859_1);
            String answer;
            try {
                socket.getOutputStream().write(header);
                answer = firstLine(socket.getInputStream());
            } catch (IOException hungUp) {
                answer = "HTTP/1.1 431";
            }
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
        }
        assertEquals(20, bench.session("46@localhost").length());
    }

    private Client talking() {
        Client good = bench.phone("45");
        good.dial("good@app", "601");
        good.call("connected");
        return good;
    }

    private static void assertUnharmed(Client good) {
        good.about("wrtc-hold", "good@app", ",\"holdcmd\":\"sendonly\"");
        good.await("holding", frame -> frame.toString().contains("\"holding\""));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port);
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static String request(String line, String header, String body) {
        String length = header.startsWith("Transfer") || header.startsWith("Upgrade")
                ? ""
                : "\r\nContent-Length: " + body.length();
        return line + " HTTP/1.1\r\nHost: localhost\r\n" + header + length + "\r\n\r\n" + body;
    }

    private static String mutate(String request, Random random) {
        StringBuilder text = new StringBuilder(request);
        for (int change = random.nextInt(4); change > 0 && !text.isEmpty(); change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, SPICE.get(random.nextInt(SPICE.size())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                case 3 -> text.setLength(at);
                default -> text.append(request, at % request.length(), request.length());
            }
        }
        return text.toString();
    }
}
