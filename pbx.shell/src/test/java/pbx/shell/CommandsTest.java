package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.history.HistoryEntry;
import pbx.api.plugin.Plugin;
import pbx.api.presence.PresenceState;
import pbx.api.view.View;

class CommandsTest {
    private final Desk desk = new Desk();

    @ParameterizedTest
    @CsvSource({
        "answer, answer c1",
        "reject c1, reject c1",
        "hangup c, hangUp c1",
        "hold, hold c1",
        "resume, resume c1",
        "mute, mute c1 true",
        "unmute, mute c1 false",
        "transfer 602, transfer c1 602",
        "transfer c1 602, transfer c1 602",
        "transfer c1 call2, transfer c1 to call call2",
        "transfer c1 ca, transfer c1 to call call2",
        "park c1 700, park c1 700",
        "park 700, park c1 700",
        "park c1, park c1 702",
        "park, park c1 702",
        "merge c1 call2 630, merge c1 call2 630",
        "record c1 on, record c1 true",
        "record c1 off, record c1 false",
        "retrieve 700, retrieve demo 700",
        "pickup 44, pickUp demo 44",
        "pickup demo 44, pickUp demo 44",
        "redial, redial demo",
        "dtmf 1*#, press c1 1*#",
        "dtmf c1 9, press c1 9",
        "dial 601, dial demo 601",
        "dial 45@localhost *85, dial demo *85",
        "dial 45 601, dial demo 601",
        "dial demo 601, dial demo 601"
    })
    void whatIsTypedIsWhatIsAsked(String line, String asked) {
        desk.calls.calls.add(Fakes.call("c1", CallState.ACTIVE));
        desk.orbit("demo", "703", PresenceState.IDLE);
        desk.orbit("demo", "702", PresenceState.IDLE);
        desk.orbit("demo", "701", PresenceState.HELD);
        desk.orbit("other", "700", PresenceState.IDLE);
        if (line.contains(" ca")) {
            desk.calls.calls.add(Fakes.call("call2", CallState.ACTIVE));
        }
        assertEquals("c1  demo  OUT  601 (Tone)  DIALING  audio CONNECTED", desk.run(line));
        assertEquals(List.of(asked), desk.calls.asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "hangup => error: INVALID say which call: a1, a2, b1",
                "hangup a => error: INVALID say which call: a1, a2",
                "hangup x => error: UNKNOWN_CALL no call's id begins with x",
                "dial => error: INVALID usage: dial [ACCOUNT] NUMBER [--json]",
                "dial 46 601 => error: UNKNOWN_ACCOUNT no account is called 46; there are demo",
                "record a1 maybe => error: INVALID usage: record [ID] on|off [--json]",
                "park 700 => error: INVALID say which call: a1, a2, b1",
                "park a1 => error: INVALID no park orbit is known to be free; name one",
                "agent demo 620 => error: INVALID usage: agent ACCOUNT QUEUE on|off [--json]",
                "dnd perhaps => error: INVALID usage: dnd [ACCOUNT] on|off [--json]",
                "calls --verbose => error: INVALID unknown option --verbose; usage: calls [--json]",
                "presence 99 => error: INVALID nothing is known of 99",
                "quality a1 => error: STOPPED audio is not running: try again in a moment, then look for its bundle",
                "await call FLYING => error: INVALID no such state: FLYING; there are"
                        + " [DIALING, RINGING, CONNECTING, ACTIVE, ENDING, ENDED]",
                "await presence RINGING => error: INVALID usage:"
                        + " await call STATE | presence EXT STATE | account [ACCOUNT] STATE [SECONDS] [--json]",
            })
    void mistakesAreToldInOneLine(String line, String error) {
        List.of("a1", "a2", "b1").forEach(id -> desk.calls.calls.add(Fakes.call(id, CallState.ACTIVE)));
        assertEquals(error, desk.run(line));
        assertEquals(List.of(), desk.calls.asked);
    }

    @Test
    void answerMeansTheOneCallThatIsOffered() {
        desk.calls.calls.add(Fakes.call("a", CallState.ACTIVE));
        desk.calls.calls.add(Fakes.call("b", CallState.RINGING, Direction.IN, Fakes.BEGAN, new Party("1", "")));
        desk.run("answer");
        assertEquals(List.of("answer b"), desk.calls.asked);
    }

    @Test
    void withTwoAccountsOneMustBeNamed() {
        desk.connect(new FakeConnection(Fakes.account("work", "45", ConnectionState.REFUSED)));
        assertEquals("error: INVALID say which account: demo, work", desk.run("dial 601"));
        assertEquals("error: INVALID say which account: demo, work", desk.run("dial 45 601"));
        desk.run("dial work 601");
        assertEquals(List.of("dial work 601"), desk.calls.asked);
    }

    @Test
    void aRefusalIsPrintedWithItsReasonAndFails() {
        desk.calls.refuse(Reason.NOT_CONNECTED, "45@localhost has no\nconnection");
        assertEquals("error: NOT_CONNECTED 45@localhost has no?connection", desk.run("dial 601"));
        assertFalse(desk.commands.run("dial", List.of("601"), desk.out));
        assertTrue(desk.commands.run("calls", List.of(), desk.out));
    }

    @Test
    void anErrorOfTheProviderIsAnErrorToo() {
        desk.calls.answer = CompletableFuture.failedStage(new IllegalStateException("boom"));
        assertTrue(desk.run("dial 601").startsWith("error: UNSUPPORTED an error of the platform, see the log: "));
    }

    @Test
    void linesAreAlignedAndHostileNamesHarmless() {
        desk.calls.calls.add(Fakes.call("c1", CallState.ACTIVE));
        desk.calls.calls.add(Fakes.call(
                "call22", CallState.RINGING, Direction.IN, Fakes.BEGAN, new Party("", "\u001b[2Jevil\r\n\u202eX")));
        assertEquals(
                """
                c1      demo  OUT  601 (Tone)    ACTIVE   audio CONNECTED
                call22  demo  IN   ?[2Jevil???X  RINGING  audio CONNECTED""",
                desk.run("calls"));
    }

    @Test
    void jsonIsOneObjectALineAndNothingForNothing() {
        assertEquals("", desk.run("calls --json"));
        assertEquals("no calls", desk.run("calls"));
        String[] lines = desk.run("presence --json").split("\n", -1);
        assertEquals(2, lines.length);
        assertTrue(lines[0].startsWith("{\"seenBy\":\"demo\",\"number\":\"44\""));
        assertTrue(desk.run("--json")
                .startsWith("error: INVALID unknown command: pbx:--json; there are accounts, act, agent"));
    }

    @Test
    void accountsAndDnd() {
        assertEquals(
                "demo  45@localhost  REGISTERED  not secure  ws://127.0.0.1:8089  PBX 67.0.5", desk.run("accounts"));
        assertEquals("45  Extension 45  EXTENSION  IDLE  available", desk.run("dnd on"));
        assertEquals("demo true", desk.presences.asked);
        desk.run("dnd 45@localhost off");
        assertEquals("demo false", desk.presences.asked);
    }

    @Test
    void aPluginThatDoesNotRunIsAnError() {
        desk.plugins.plugin = Plugin.of("x.jar", "x", "1.0.0", Plugin.State.RUNNING, Optional.empty());
        assertEquals("x  1.0.0  RUNNING  x.jar  0 % of a core", desk.run("deploy some/x.jar"));
        assertEquals(List.of("deploy " + Path.of("some/x.jar").toAbsolutePath()), desk.plugins.asked);
        desk.plugins.plugin = Plugin.of("x.jar", "x", "1.0.0", Plugin.State.FAILED, Optional.of("no zip"));
        assertEquals("error: INVALID x.jar does not run: no zip", desk.run("deploy x.jar"));
        assertEquals("{\"name\":\"x\"}", desk.run("undeploy x --json"));
    }

    @Test
    void aServiceThatIsAwayFailsTheCommandAlone() {
        desk.platform.calls = null;
        assertEquals(
                "error: STOPPED call control is not running: try again in a moment, then look for its bundle",
                desk.run("dial 601"));
    }

    @Test
    void aViewIsShownWithWhatCanBeDone() {
        assertEquals("no views", desk.run("view"));
        desk.platform.bindView(new FakeView(), Map.of(View.NAME, "log", View.TITLE, "The log"));
        assertEquals("log  The log", desk.run("view"));
        assertEquals(
                """
                ID  Who        Note
                r1  Eve??[2J?
                r2  601        x
                pbx:act log erase ID  (Erase)""",
                desk.run("view log x").replaceAll(" +\n", "  \n").replace("Eve??[2J?  ", "Eve??[2J?  "));
        assertEquals(
                "{\"id\":\"r2\",\"cells\":{\"Who\":\"601\",\"Note\":\"x\"}}",
                desk.run("view log x --json").lines().skip(1).findFirst().orElse(""));
        assertEquals("erased r2", desk.run("act log erase r2"));
        assertTrue(desk.run("view other").startsWith("error: INVALID no view is called other; there are log"));
    }

    @Test
    void aPluginIsRolledBackReleasedAllowedAndDenied() {
        desk.plugins.plugin = Plugin.of("x.jar", "x", "1.0.0", Plugin.State.RUNNING, Optional.empty());
        desk.run("rollback x");
        desk.run("release x");
        desk.run("allow x control");
        desk.run("deny x CALLS");
        assertEquals(
                List.of("rollBack x", "release x", "allow x CONTROL true", "allow x CALLS false"), desk.plugins.asked);
        assertTrue(desk.run("deny x everything")
                .startsWith("error: INVALID there is no use everything; there are [PRESENCE"));
    }

    @Test
    void pastCallsAreListed() {
        assertTrue(desk.run("history").startsWith("error: STOPPED the history is not running"));
        Party alice = new Party("+15555550100", "Alice");
        HistoryEntry talked = past("1", Direction.OUT, new Party("601", "Tone"), Optional.of(Fakes.BEGAN));
        HistoryEntry missed = past("2", Direction.IN, alice, Optional.empty());
        desk.platform.history = new FakeHistory(List.of(talked, missed));
        assertEquals(
                """
                2026-01-02T03:04:05Z  demo  OUT  601 (Tone)            7 s
                2026-01-02T03:04:05Z  demo  IN   +15555550100 (Alice)  missed, new  for 620""",
                desk.run("history"));
        assertEquals(1, desk.run("history 601").lines().count());
        assertTrue(desk.run("history 601 --json").contains("\"direction\":\"OUT\""));
        assertEquals("no calls yet", desk.run("history 999"));
    }

    private static HistoryEntry past(String id, Direction way, Party remote, Optional<Instant> answered) {
        Optional<Instant> ended = Optional.of(Fakes.BEGAN.plusSeconds(7));
        String group = way == Direction.IN ? "620" : "";
        return new HistoryEntry(Fakes.DEMO, id, way, remote, Fakes.BEGAN, answered, ended, group, false);
    }
}
