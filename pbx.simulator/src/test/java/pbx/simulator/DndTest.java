package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DndTest {
    private final Bench bench = new Bench();
    private final Client demo = bench.phone("45");
    private final String session = bench.session("44@localhost");

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void whoDoesNotWantToBeDisturbedIsNot() {
        bench.phone("44");
        assertEquals(
                200,
                set("{\"state\":true,\"reason\":\"Lunch\",\"expires\":\"3600\"}")
                        .statusCode());
        awaitDnd(true);
        assertEquals(
                "{\"state\":true,\"reason\":\"Lunch\"}", ask("GET", "44", "").body());
        demo.dial("a@app", "44");
        assertEquals(486, demo.flat("bye").get("code").asInt());

        bench.loop.advance(Duration.ofHours(1));
        awaitDnd(false);
    }

    @Test
    void itIsSwitchedOffByHandAndDoesNotExpireTwice() {
        set("{\"state\":\"true\",\"expires\":\"10\"}");
        awaitDnd(true);
        set("{\"state\":false}");
        awaitDnd(false);
        set("{\"state\":true}");
        awaitDnd(true);
        bench.loop.advance(Duration.ofMinutes(50));
        assertEquals("{\"state\":true,\"reason\":\"\"}", ask("GET", "44", "").body());
    }

    @Test
    void othersMayNot() {
        assertEquals(403, ask("POST", "45", "{\"state\":true}").statusCode());
        assertEquals(404, ask("POST", "99", "{\"state\":true}").statusCode());
        assertEquals(
                401,
                bench.ask("POST", "/rest/user/44%40localhost/dnd", "{\"state\":true}")
                        .statusCode());
        assertEquals(400, set("{}").statusCode());
        assertEquals(400, set("nonsense").statusCode());
    }

    @Test
    void callsAreListed() {
        demo.dial("a@app", "604");
        demo.call("alerting");
        String cookie = "session=" + bench.session("45@localhost");
        String calls = bench.ask("GET", "/rest/user/45%40localhost/calls", "", "Cookie", cookie)
                .body();
        assertEquals("[{\"id\":\"a@app\"", calls.substring(0, calls.indexOf(',')));
    }

    private HttpResponse<String> set(String body) {
        return ask("POST", "44", body);
    }

    private HttpResponse<String> ask(String method, String extension, String body) {
        return bench.ask(method, "/rest/user/" + extension + "%40localhost/dnd", body, "Cookie", "session=" + session);
    }

    private void awaitDnd(boolean on) {
        demo.await(
                "dnd " + on,
                frame -> frame.path("action").asText().equals("user-state")
                        && frame.path("account").asText().equals("44")
                        && frame.path("dnd").asBoolean() == on);
    }
}
