package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HttpTest {
    /** Ten seconds of idleness would hold a replaced bundle's classes that long. */
    @Test
    void closedItKeepsNoThreadAndStillAnswersWhatWasAsked() throws Exception {
        try (TestPbx pbx = new TestPbx()) {
            Account account = Desk.account(Desk.settings(pbx.port()));
            Set<Thread> before = threads();
            Http http = new Http(new Json(), new Trust());
            http.send(account, http.request(account, "/", "GET", Map.of())).get(30, TimeUnit.SECONDS);
            Set<Thread> own = threads();
            own.removeAll(before);
            assertFalse(own.isEmpty());
            http.close();
            for (Thread thread : own) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                assertFalse(thread.isAlive());
            }
            assertEquals(
                    404,
                    http.send(account, http.request(account, "/", "GET", Map.of()))
                            .get(30, TimeUnit.SECONDS)
                            .statusCode());
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("HttpClient of pbx.transport"))
                .collect(Collectors.toSet());
    }
}
