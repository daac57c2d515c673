package pbx.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.access.Role;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallState;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.rest.Office;
import pbx.rest.access.TestTokens;
import pbx.rest.events.Heartbeat;

/** Server-sent events over a real socket. */
class EventsTest {
    @TempDir
    Path folder;

    private TestTokens tokens;
    private Served served;
    private String token;

    @BeforeEach
    void start() throws Exception {
        tokens = new TestTokens(folder);
        token = tokens.create(Role.VIEWER);
        served = new Served(tokens.tokens, Map.of("rate", 1000, "burst", 1000, "events", 10_000));
    }

    @AfterEach
    void stop() throws Exception {
        served.close();
    }

    @Test
    void aCallIsTold() throws Exception {
        try (Client client = new Client("", "")) {
            assertTrue(client.next().startsWith("snapshot {\"accounts\":[{\"account\":\"demo\""), "first everything");
            served.events.callChanged(new CallChange(Optional.empty(), Office.call("new", CallState.RINGING)));
            assertTrue(client.next().startsWith("call {\"id\":\"new\",\"account\":\"demo\""));
            served.events.presenceChanged(new PresenceChange(Optional.of(Office.presence()), Optional.empty()));
            served.events.callChanged(new CallChange(Optional.empty(), Office.call("new", CallState.ENDED)));
            String ended = client.next();
            assertTrue(ended.contains("\"state\":\"ENDED\""), "presence was not asked for: " + ended);
        }
    }

    @Test
    void whoComesBackHearsWhatItMissed() throws Exception {
        String last;
        try (Client client = new Client("?kinds=call,presence", "")) {
            client.next();
            last = client.id;
        }
        served.events.callChanged(new CallChange(Optional.empty(), Office.call("missed", CallState.RINGING)));
        served.events.presenceChanged(new PresenceChange(Optional.of(Office.presence()), Optional.empty()));
        try (Client client = new Client("?kinds=call,presence", "Last-Event-ID: " + last + "\r\n")) {
            assertTrue(client.next().startsWith("call {\"id\":\"missed\""));
            assertTrue(client.next().contains("\"gone\":true"));
        }
    }

    /** A client is cut off for what it leaves waiting, and these had not begun to read. */
    @Test
    void aLargeInstallationsPictureIsSentAndWhatWasMissedToo() throws Exception {
        List<Presence> many = IntStream.range(0, 20_000)
                .mapToObj(n -> Office.presence(Office.DEMO, "" + n))
                .toList();
        served.office.present = many;
        String last;
        try (Client client = new Client("?kinds=presence", "")) {
            String picture = client.next();
            assertTrue(picture != null && picture.length() > 4 << 20, "the whole picture");
            last = client.id;
        }
        String long4000 = "x".repeat(4000);
        for (int i = 0; i < 2000; i++) {
            Call call = Office.call(i + long4000, CallState.RINGING);
            served.events.callChanged(new CallChange(Optional.empty(), call));
        }
        try (Client client = new Client("", "Last-Event-ID: " + last + "\r\n")) {
            for (int i = 0; i < 2000; i++) {
                String missed = client.next();
                assertTrue(missed != null && missed.startsWith("call {\"id\":\"" + i + "x"), "event " + i);
            }
        }
    }

    /** It never reads: what waits for it is bounded, and it is cut off. Who reads hears everything. */
    @Test
    void aClientThatDoesNotReadIsCutOff() throws Exception {
        try (Client reader = new Client("", "");
                Client sleeper = new Client("", "")) {
            reader.next();
            sleeper.next();
            String long4000 = "x".repeat(4000);
            int sent = 0;
            while (sent < 2000) {
                for (int i = 0; i < 100; i++) {
                    Call call = Office.call(sent + i + long4000, CallState.RINGING);
                    served.events.callChanged(new CallChange(Optional.empty(), call));
                }
                for (int i = 0; i < 100; i++) {
                    assertTrue(
                            reader.next().startsWith("call {\"id\":\"" + sent + "x"), "every event, in order: " + sent);
                    sent++;
                }
            }
            int heard = 0;
            while (sleeper.next() != null) {
                heard++;
            }
            System.out.println("attempt: a stream that nobody reads, " + sent + " events -> cut off after " + heard);
            assertTrue(heard < sent, "what waits is bounded");
        }
    }

    /** The new one has the old one's name and role: who has the leaked text must hear no more all the same. */
    @Test
    void aStreamEndsWhenItsTokenIsReplaced() throws Exception {
        try (Client leaked = new Client("", "")) {
            leaked.next();
            token = tokens.create(Role.VIEWER);
            try (Client good = new Client("", "")) {
                good.next();
                Heartbeat.of(served.events);
                served.events.callChanged(new CallChange(Optional.empty(), Office.call("new", CallState.RINGING)));
                assertTrue(good.next().startsWith("call {\"id\":\"new\""), "the new token hears");
            }
            assertNull(leaked.next(), "the leaked one hears no call");
        }
    }

    /** A request that was on its way: nobody would ever tell that stream anything. */
    @Test
    void noStreamOpensOnceAllAreEnded() throws Exception {
        served.events.stop();
        assertEquals(503, served.ask(token, "GET", "/events", null).statusCode());
    }

    @Test
    void kindsThatThereAreNotAreRefused() throws Exception {
        assertEquals(
                400,
                served.ask(token, "GET", "/events?kinds=call,secrets", null).statusCode());
    }

    private final class Client implements AutoCloseable {
        private final Socket socket = served.connect();
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        private String id = "";

        Client(String query, String header) throws IOException {
            socket.getOutputStream()
                    .write(("GET " + Api.ROOT + "/events" + query + " HTTP/1.0\r\nHost: x\r\nAuthorization: Bearer "
                                    + token + "\r\n" + header + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }

        /** Kind and data of the next event; null at the end. HTTP/1.0 has no chunks that would split lines. */
        String next() throws IOException {
            String kind = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    kind = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    return kind + " " + line.substring(6);
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
