package pbx.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pbx.simulator.exchange.Dialect;
import pbx.simulator.faults.Fault;
import pbx.simulator.faults.Fault.Direction;
import pbx.simulator.faults.Fault.Kind;

class EmbeddedPbxTest {
    @RegisterExtension
    final EmbeddedPbx pbx = EmbeddedPbx.signalling();

    @Test
    void aColleagueCallsAndHangsUp() throws Exception {
        Client phone = Client.phone(pbx.url(), "45");
        String call = pbx.control().call("46", "45");
        String invite = phone.await("invitesdp");
        assertTrue(invite.contains("\"from-user\":\"46\""), invite);
        pbx.control().hangUp("46");
        phone.await("\"cancel\"");
        assertTrue(call.endsWith("@script"));
    }

    @Test
    void somebodyOutsideCallsAndIsAnswered() throws Exception {
        Client phone = Client.phone(pbx.url(), "45");
        phone.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        pbx.control().call("+15555550100", "45", "Alice Example");
        String invite = phone.await("invitesdp");
        assertTrue(invite.contains("\"from-display\":\"Alice Example\""), invite);
        String callid = invite.replaceAll(".*\"callid\":\"([^\"]*)\".*", "$1");
        phone.send(
                "{\"action\":\"sdp-200ok\",\"callid\":\"" + callid + "\",\"cseq\":1,\"sdp\":{\"sdp\":\"v=0\\r\\n\"}}");
        phone.await("\"state\":\"connected\"");
        pbx.control().hangUp("+15555550100");
        phone.await("\"bye\"");
    }

    @Test
    void aColleagueAnswersHoldsAndIsNotToBeDisturbed() throws Exception {
        Client phone = Client.phone(pbx.url(), "45");
        phone.send("{\"action\":\"own-calls\",\"subscribe\":true}");
        pbx.control().register("46", true);
        phone.await("\"account\":\"46\",\"name\":\"Frank Lager\",\"registered\":true");
        phone.send("{\"action\":\"sdp-packet\",\"to\":\"46\",\"callid\":\"mine\",\"sdp\":\"v=0\\r\\n\"}");
        phone.await("\"state\":\"connected\"");
        pbx.control().hold("46", true);
        phone.await("\"onhold\"");
        pbx.control().dnd("46", true, "Lunch", Duration.ofMinutes(30)).get(20, TimeUnit.SECONDS);
        phone.await("\"dnd\":true");
        pbx.control().advance(Duration.ofMinutes(30));
        phone.await("\"dnd\":false");
        pbx.control().unregister("46");
        phone.await("\"bye\"");
        phone.await("\"account\":\"46\",\"name\":\"Frank Lager\",\"registered\":false");
    }

    @Test
    void socketsAreClosedAndCut() throws Exception {
        Client closed = Client.phone(pbx.url(), "45");
        Client cut = Client.phone(pbx.url(), "44");
        assertEquals(List.of("44", "45"), pbx.control().status().sockets());
        assertEquals(1, pbx.control().close("45", 1001));
        closed.awaitEnd();
        pbx.control().cut("*");
        assertThrows(CompletionException.class, () -> {
            for (int i = 0; i < 100_000; i++) {
                cut.send("{\"action\":\"avoid-disconnect\"}");
            }
        });
    }

    @Test
    void aStalledSocketCarriesNothing() throws Exception {
        Client stalled = Client.phone(pbx.url(), "45");
        Client watcher = Client.phone(pbx.url(), "44");
        pbx.control().stall("45");
        pbx.control().register("46", false);
        watcher.await("\"account\":\"46\"");
        stalled.send("{\"action\":\"ringtones\"}");
        stalled.send("{\"action\":\"ringtones\"}");
        watcher.send("{\"action\":\"ringtones\"}");
        watcher.await("ringtones");
        assertTrue(!stalled.saw("\"account\":\"46\"") && !stalled.saw("ringtones"), "nothing came any more");
        assertTrue(!stalled.gone.isDone(), "the connection itself stays");
    }

    @Test
    void framesAreLostAndComeTwice() throws Exception {
        Client phone = Client.phone(pbx.url(), "45");
        Client watcher = Client.phone(pbx.url(), "44");
        pbx.control().fault("45", new Fault(Kind.DROP, Direction.OUT, 100, Duration.ZERO));
        pbx.control().register("46", false);
        watcher.await("\"account\":\"46\",\"name\":\"Frank Lager\",\"registered\":true");
        // whoever else is told has been, too, when the next thing is done
        pbx.control().dnd("47", true, "", Duration.ZERO).get(30, TimeUnit.SECONDS);
        pbx.control().heal("45");
        assertTrue(!phone.saw("\"account\":\"46\""), "it was lost");
        pbx.control().fault("45", new Fault(Kind.DUPLICATE, Direction.OUT, 100, Duration.ZERO));
        phone.send("{\"action\":\"blf\",\"add\":[\"51\"]}");
        phone.await("\"blf\"");
        assertTrue(phone.await("\"blf\"").contains("51"), "the second came twice");
    }

    @Test
    void loginsAreRefusedAndSessionsDie() throws Exception {
        pbx.control().refuseLogins(true);
        assertEquals("\"\"", Client.login(pbx.url(), "45"));
        pbx.control().refuseLogins(false);
        assertNotEquals("\"\"", Client.login(pbx.url(), "45"));
    }

    @Test
    void itComesBackOnTheSamePort() throws Exception {
        Client phone = Client.phone(pbx.url(), "45");
        URI before = pbx.url();
        pbx.control().restart().get(20, TimeUnit.SECONDS);
        phone.awaitEnd();
        assertEquals(before, pbx.url());
        Client.phone(pbx.url(), "45");
    }

    @Test
    void itIsOfAnotherGeneration() {
        assertEquals("PBX/67.0.5", pbx.control().status().server());
        pbx.control().dialect(Dialect.MODERN);
        assertEquals("PBX/70.1", pbx.control().status().server());
        pbx.control().version("68.0.30");
        assertEquals("PBX/68.0.30", pbx.control().status().server());
    }

    @Test
    void whatThereIsNotIsNamed() {
        var wrong =
                assertThrows(IllegalArgumentException.class, () -> pbx.control().call("me", "45"));
        assertTrue(wrong.getMessage().startsWith("me is neither"), wrong.getMessage());
        assertThrows(IllegalArgumentException.class, () -> pbx.control().register("99", true));
        assertThrows(IllegalArgumentException.class, () -> pbx.control().answer("46"));
        assertThrows(IllegalArgumentException.class, () -> pbx.control().call("45@nowhere", "46"));
    }
}
