package pbx.rest.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog("run", 3);

    @Test
    void aNewClientGetsThePictureAndThenWhatHappens() {
        log.add("call", Map.of("n", 1));
        Client client = new Client(null);
        log.add("call", Map.of("n", 2));
        log.add("presence", Map.of("n", 3));
        assertEquals(List.of("run-1 snapshot {\"all\":true}", "run-2 call {\"n\":2}"), client.heard);
    }

    @Test
    void whoComesBackGetsWhatItMissed() {
        for (int n = 1; n <= 4; n++) {
            log.add("call", Map.of("n", n));
        }
        assertEquals(List.of("run-3 call {\"n\":3}", "run-4 call {\"n\":4}"), new Client("run-2").heard);
        assertEquals(List.of(), new Client("run-4").heard);
        assertEquals(
                List.of("run-2 call {\"n\":2}", "run-3 call {\"n\":3}", "run-4 call {\"n\":4}"),
                new Client("run-1").heard);
    }

    @Test
    void whatIsNotKeptAndWhatIsMadeUpBeginsAnew() {
        for (int n = 1; n <= 9; n++) {
            log.add("call", Map.of("n", n));
        }
        for (String id : new String[] {
            "run-5", "run-10", "other-9", "run-", "run-99999999999999999999", "run--1", "9", "\r\nevent: x", "(.*)-1"
        }) {
            assertEquals(List.of("run-9 snapshot {\"all\":true}"), new Client(id).heard, id);
        }
    }

    /** A caller's name is anybody's text: no line of it may become a field of the stream. */
    @Test
    void noNameCanForgeAnEvent() {
        Client client = new Client(null);
        log.add("call", Map.of("name", "x\n\nevent: snapshot\ndata: {}\r\rid: 7\u2028\u0000</script>ä"));
        assertEquals(
                "run-1 call {\"name\":\"x\\n\\nevent: snapshot\\ndata: {}\\r\\rid: 7\\u2028\\u0000</script>\\u00E4\"}",
                client.heard.get(1));
    }

    private final class Client implements EventLog.Subscriber {
        final List<String> heard = new ArrayList<>();

        Client(String last) {
            log.subscribe(this, last, () -> Map.of("all", true));
        }

        @Override
        public boolean wants(String kind) {
            return kind.equals("call");
        }

        @Override
        public void take(byte[] frame) {
            String[] lines = new String(frame, StandardCharsets.UTF_8).split("\n", -1);
            assertEquals(5, lines.length, "three fields and an empty line");
            heard.add(lines[0].substring(4) + " " + lines[1].substring(7) + " " + lines[2].substring(6));
        }
    }
}
