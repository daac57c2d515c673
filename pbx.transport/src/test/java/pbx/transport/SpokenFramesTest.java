package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;

/** What the transport itself says, byte by byte, as it arrives at the other end. */
class SpokenFramesTest {
    @Test
    void loginHandshakeAndBootstrapAreOfTheDocumentedForm() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            desk.connect("a", Desk.settings(pbx.port(), "useragent", "DemoClient/1.0"));
            TestPbx.Ask login = pbx.asked.poll(30, TimeUnit.SECONDS);
            assertEquals("PUT /rest/system/session", login.method() + " " + login.path());
            assertEquals("application/json", login.headers().get("content-type"));
            // [V16] [C]: MD5("pw")
            assertEquals(
                    new Json()
                            .value(
                                    "{\"name\":\"auth\",\"value\":\"501@tenant.example 8fe4c11451281c094a6578e6ddbf5eed\"}"),
                    new Json().value(login.body()));
            TestPbx.Wire wire = pbx.socket();
            assertEquals("/websocket?domain=tenant.example&user=501", wire.handshake.path());
            assertEquals(
                    "session=abcdefghij0123456789", wire.handshake.headers().get("cookie"));
            assertEquals(null, wire.handshake.headers().get("sec-websocket-protocol"), "no client sets one");
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                said.add(wire.hear());
            }
            assertEquals(
                    List.of(
                            "{\"action\":\"own-calls\",\"subscribe\":true}",
                            "{\"action\":\"orbit-calls\",\"subscribe\":true}",
                            "{\"action\":\"blf\",\"add\":[\"501\"]}",
                            "{\"action\":\"ringtones\"}",
                            "{\"action\":\"domain-calls\",\"subscribe\":true}",
                            "{\"action\":\"sip-register\",\"useragent\":\"DemoClient/1.0\"}"),
                    said);
            assertEquals(
                    ConnectionState.CONNECTED,
                    desk.await(s -> s.state().open(), "open").state());
        }
    }

    @Test
    void eachOfThemIsInTheTableOfTheNotes() throws Exception {
        Set<String> table = GoldenFramesTest.frames()
                .filter(f -> f.direction().equals("out"))
                .map(GoldenFramesTest.Golden::frame)
                .collect(Collectors.toSet());
        List<String> said = new ArrayList<>();
        Bootstrap bootstrap = new Bootstrap(m -> said.add(new Json().text(m.fields())));
        bootstrap.subscribe("500");
        bootstrap.register("DemoClient/1.0");
        bootstrap.keepAlive();
        said.replaceAll(frame -> frame.replace("[\"500\"]", "[\"500\",\"502\"]"));
        assertTrue(table.containsAll(said), () -> said + " must all be in " + table);
        assertEquals(7, said.size());
    }

    @Test
    void whatOthersSendGoesOutAsItIs() throws Exception {
        try (TestPbx pbx = new TestPbx();
                Desk desk = new Desk()) {
            VodiaConnection connection = desk.connect("a", Desk.settings(pbx.port()));
            TestPbx.Wire wire = desk.register(pbx);
            for (String said = wire.hear(); !said.contains("sip-register"); said = wire.hear()) {
                // what it says by itself may be on its way still
            }
            for (GoldenFramesTest.Golden golden : GoldenFramesTest.frames()
                    .filter(f -> f.direction().equals("out"))
                    .toList()) {
                wire.texts.clear();
                Message message = new Json().message(golden.frame()).orElseThrow();
                connection.send(message).toCompletableFuture().get(20, TimeUnit.SECONDS);
                assertEquals(golden.frame(), wire.hear());
            }
        }
    }
}
