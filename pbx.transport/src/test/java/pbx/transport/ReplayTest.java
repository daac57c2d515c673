package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;

/** A session is recorded from a real socket and played back through the same transport. */
class ReplayTest {
    @TempDir
    Path folder;

    @Test
    void whatWasHeardIsHeardAgain() throws Exception {
        Path file = record("full");
        String text = Files.readString(file);
        assertFalse(text.contains("8fe4c11451281c094a6578e6ddbf5eed") || text.contains("abcdefghij0123456789"), text);
        assertTrue(text.contains("\"sent\"") && text.contains("own-calls"), text);
        try (Desk desk = new Desk()) {
            desk.connect("again", Desk.settings(1, "server", "replay:" + file + "?speed=1000"));
            desk.await(ConnectionState.REGISTERED);
            assertEquals(heard(), hear(desk, 5));
            desk.await(ConnectionState.CONNECTING); // it was lost then, and is lost now
            desk.await(ConnectionState.REGISTERED);
            assertEquals(List.of(heard().get(0), "{\"action\":\"call-state\",\"calls\":[]}"), hear(desk, 2));
        }
    }

    @Test
    void aMaskedRecordingHasTheSameShape() throws Exception {
        Path file = record("masked");
        String text = Files.readString(file);
        assertFalse(text.contains("Bob") || text.contains("\"501\""), text);
        try (Desk desk = new Desk()) {
            desk.connect("again", Desk.settings(1, "server", "replay:" + file + "?speed=1000"));
            desk.await(ConnectionState.REGISTERED);
            List<String> again = hear(desk, 5);
            assertEquals(
                    heard().stream().map(ReplayTest::kind).toList(),
                    again.stream().map(ReplayTest::kind).toList());
        }
    }

    @Test
    void theRhythmIsKeptAndSpeedShortensIt() throws Exception {
        Path file = folder.resolve("slow.jsonl");
        Files.writeString(
                file,
                """
                {"t":0,"what":"recording","form":1}
                {"t":0,"what":"opened"}
                {"t":10000,"what":"received","frame":{"action":"sip-register","expires":60}}
                """);
        try (Desk desk = new Desk()) {
            long since = System.nanoTime();
            desk.connect("again", Desk.settings(1, "server", "replay:" + file + "?speed=20"));
            desk.await(ConnectionState.REGISTERED);
            long ms = (System.nanoTime() - since) / 1_000_000;
            assertTrue(ms >= 500 && ms < 9_000, ms + " ms"); // 10 s at its own speed
        }
    }

    @Test
    void whatIsNoRecordingIsSaidToBeNone() throws Exception {
        Path other = Files.writeString(folder.resolve("other.txt"), "hello\n");
        for (String server : List.of("replay:nowhere.jsonl", "replay:" + other, "replay:" + other + "?speed=0")) {
            try (Desk desk = new Desk()) {
                desk.connect("again", Desk.settings(1, "server", server));
                String problem = desk.await(ConnectionState.REFUSED).problem().orElse("");
                assertTrue(problem.contains("recording"), problem);
            }
        }
    }

    private static List<String> heard() {
        return List.of(
                "{\"action\":\"sip-register\",\"add\":\"ws:127.0.0.1:1\",\"expires\":3600}",
                "{\"action\":\"domain-state\",\"accounts\":[{\"account\":\"501\",\"name\":\"Bob\",\"dnd\":false}]}",
                "{\"action\":\"user-state\",\"account\":\"501\",\"dnd\":true}",
                "{\"action\":\"call-state\",\"calls\":[{\"id\":\"a@pbx\",\"state\":\"alerting\",\"from\":\"501\"}]}",
                "{\"bye\":\"true\",\"callid\":\"a@pbx\"}");
    }

    private Path record(String how) throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            VodiaConnection connection = desk.connect("recorded" + how, Desk.settings(pbx.port(), "record", how));
            TestPbx.Wire wire = desk.register(pbx);
            for (String frame : heard().subList(1, heard().size())) {
                wire.text(frame);
            }
            hear(desk, heard().size());
            wire.cut();
            desk.await(ConnectionState.CONNECTING);
            wire = desk.register(pbx);
            wire.text("{\"action\":\"call-state\",\"calls\":[]}");
            hear(desk, 2);
            connection.stop(6);
            desk.await(ConnectionState.CLOSED);
        }
        try (var files = Files.list(RecordingFile.FOLDER)) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith("recorded" + how))
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
            Path mine = folder.resolve(how + ".jsonl");
            awaitEnd(file);
            return Files.move(file, mine);
        }
    }

    /** The recorder writes when it can; the last that was told is the last that is written. */
    private static void awaitEnd(Path file) throws Exception {
        for (int i = 0; i < 1_500 && !Files.readString(file).contains("\"calls\":[]"); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<String> hear(Desk desk, int count) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        while (heard.size() < count) {
            Message message = desk.messages.poll(20, TimeUnit.SECONDS);
            heard.add(new Json().text(message.fields()));
        }
        return heard;
    }

    private static String kind(String frame) {
        return new Json().message(frame).map(Message::kind).orElse("");
    }
}
