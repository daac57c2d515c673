package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** What the board asks its PBX, and what it answers its users. */
class BoardTest {
    private static final String CALLS = "GET /rest/user/%s/calls";
    private static final String ACCOUNTS = "GET /rest/user/%s/accounts?type=extensions";
    private static final String ORBITS = "GET /rest/user/%s/orbits";
    private static final String ONE_CALL_OF_OTHERS =
            """
            {"action":"call-state","calls":[{"id":"o","from":"<sip:502@t>","to":"<sip:503@t>","state":"connected"}]}""";
    private static final String OWN_ONLY =
            """
            {"action":"call-state","calls":[{"id":"m","from":"<sip:501@t>","to":"<sip:600@t>","state":"connected"}]}""";
    private final Desk desk = new Desk();

    @BeforeEach
    void connect() {
        desk.connected();
        desk.connection.sent.clear(); // a connection that was open is asked for its picture, see below
        picture();
    }

    private void picture() {
        desk.receive(
                """
                {"action":"domain-state","accounts":[
                {"type":"extensions","account":"501","name":"Bob Example","registered":true},
                {"type":"extensions","account":"502","name":"Ève Müller-Strauß","registered":true},
                {"type":"extensions","account":"503","name":"Ørsted, Łucja","registered":true},
                {"type":"acds","account":"300","name":"Support queue"}]}""");
    }

    @Test
    void aListOfOwnCallsMakesTheOthersDoubtfulAndTheyAreAskedAbout() {
        desk.receive(ONE_CALL_OF_OTHERS);
        desk.connection.answers.put("/rest/user/%s/calls", List.of(Map.of("id", "m")));
        desk.receive(OWN_ONLY);
        assertEquals(PresenceState.TALKING, desk.of("502").state(), "doubted, and shown");
        assertFalse(desk.connection.asked.contains(CALLS), "mostly the next message settles it");
        desk.pass(Duration.ofSeconds(1));
        assertTrue(desk.connection.asked.contains(CALLS));
        assertEquals(List.of(Message.of("domain-calls", "subscribe", true)), desk.connection.sent);
        assertEquals(PresenceState.TALKING, desk.of("502").state(), "nobody has denied it");
        picture();
        assertEquals(PresenceState.IDLE, desk.of("502").state());
    }

    @Test
    void whatIsAskedIsAskedEverMoreSeldom() {
        desk.receive(ONE_CALL_OF_OTHERS);
        for (int i = 0; i < 600; i++) {
            desk.receive(OWN_ONLY);
            desk.pass(Duration.ofSeconds(1));
        }
        long asked = desk.connection.asked.stream().filter(CALLS::equals).count();
        assertTrue(asked >= 8 && asked <= 12, "asked " + asked + " times in ten minutes");
        assertEquals(PresenceState.TALKING, desk.of("502").state(), "no answer is no reason to drop it");
    }

    @Test
    void twoWitnessesEndACallOfOthersAtOnce() {
        desk.receive("{\"action\":\"user-state\",\"account\":\"502\",\"code\":\"busy\"}");
        desk.receive(ONE_CALL_OF_OTHERS);
        desk.receive("{\"action\":\"user-state\",\"account\":\"502\"}");
        assertEquals(PresenceState.TALKING, desk.of("503").state(), "one witness alone");
        desk.receive("{\"action\":\"call-state\",\"calls\":[]}");
        assertEquals(PresenceState.IDLE, desk.of("503").state());
        desk.pass(Duration.ofMinutes(1));
        assertFalse(desk.connection.asked.contains(CALLS), "nothing was left to ask");
    }

    @Test
    void anOwnCallUnderAGroupsNumberIsFoundToBeOwn() {
        desk.receive(ONE_CALL_OF_OTHERS);
        desk.connection.answers.put("/rest/user/%s/calls", List.of(Map.of("id", "g")));
        desk.receive(
                """
                {"action":"call-state","calls":[{"id":"g","from":"<sip:600@t>","to":"<sip:300@t>","state":"connected"}]}""");
        desk.pass(Duration.ofSeconds(1));
        assertEquals(PresenceState.TALKING, desk.of("502").state(), "it was a list of own calls");
    }

    @Test
    void aCallUnderAGroupsNumberThatIsNotOwnEndsWhatItsListLacks() {
        desk.receive(ONE_CALL_OF_OTHERS);
        desk.connection.answers.put("/rest/user/%s/calls", List.of());
        desk.receive(
                """
                {"action":"call-state","calls":[{"id":"g","from":"<sip:600@t>","to":"<sip:300@t>","state":"connected"}]}""");
        desk.pass(Duration.ofSeconds(1));
        assertEquals(PresenceState.IDLE, desk.of("502").state());
    }

    @Test
    void namesComeFromTheDirectoryWhereThePictureHasNone() {
        assertFalse(desk.connection.asked.contains(ACCOUNTS), "everybody has a name");
        desk.connection.answers.put(
                "/rest/user/%s/accounts?type=extensions",
                Desk.value(
                        """
                        [{"name":"504","displayname":"Zoë Last","chatstatus":"online","department":"Sales","connected":true,"login":true,"registered":true,"dnd":false}]"""));
        desk.receive("{\"action\":\"domain-state\",\"accounts\":[{\"type\":\"extensions\",\"account\":\"504\"}]}");
        desk.pass(Duration.ZERO);
        assertEquals("Zoë Last", desk.of("504").name());
        assertEquals(List.of("504"), numbers("zoe"));
        assertEquals(PresenceState.OFFLINE, desk.of("504").state(), "the picture is newer than the directory");
        desk.receive("{\"action\":\"user-change\"}");
        desk.receive("{\"action\":\"user-change\"}");
        desk.pass(Duration.ofMinutes(5));
        assertEquals(
                2,
                desk.connection.asked.stream().filter(ACCOUNTS::equals).count(),
                "once more, when it may be asked again");
    }

    @Test
    void withoutAPictureItIsAskedForAndTheDirectoryServes() {
        desk.connection.answers.put(
                "/rest/user/%s/accounts?type=extensions",
                List.of(
                        Map.of("name", "504", "displayname", "Zoë", "registered", true, "department", "Sales"),
                        Map.of("name", "502", "displayname", "Ève", "registered", true, "dnd", true),
                        Map.of("name", "501", "displayname", "Bob", "registered", true)));
        desk.receive("{\"action\":\"user-state\",\"account\":\"502\",\"code\":\"busy\"}");
        desk.state(ConnectionState.CONNECTING);
        assertEquals(PresenceState.UNKNOWN, desk.of("502").state());
        desk.state(ConnectionState.CONNECTED);
        desk.pass(Duration.ofSeconds(3));
        assertEquals(
                List.of("domain-calls"),
                desk.connection.sent.stream().map(Message::kind).toList());
        assertEquals("EXTENSION IDLE registered \"Zoë\" other {department=Sales}", Desk.line(desk.of("504")));
        assertEquals("EXTENSION IDLE registered dnd \"Ève\"", Desk.line(desk.of("502")), "newer than before the loss");
        assertFalse(desk.shown().containsKey("503"), "gone meanwhile");
        assertEquals(PresenceState.IDLE, desk.of("300").state(), "not an extension: the directory does not tell");
    }

    @Test
    void aPictureThatDoesNotComeIsAskedForEverMoreSeldom() {
        desk.state(ConnectionState.CONNECTING);
        desk.state(ConnectionState.CONNECTED);
        desk.pass(Duration.ofMinutes(10));
        int asked = desk.connection.sent.size();
        assertTrue(asked >= 10 && asked <= 15, "asked " + asked + " times in ten minutes");
        picture();
        desk.pass(Duration.ofMinutes(10));
        assertEquals(asked, desk.connection.sent.size());
        assertEquals(PresenceState.IDLE, desk.of("502").state());
    }

    @Test
    void anAccountThatIsGoneStaysGone() {
        desk.receive(ONE_CALL_OF_OTHERS);
        desk.receive(OWN_ONLY);
        desk.state(ConnectionState.CLOSED);
        assertEquals(Map.of(), desk.shown());
        desk.receive(OWN_ONLY);
        desk.receive("{\"action\":\"user-state\",\"account\":\"501\"}");
        assertEquals(Map.of(), desk.shown(), "what still comes of it is late");
        desk.connection.asked.clear();
        desk.pass(Duration.ofMinutes(10));
        assertEquals(List.of(), desk.connection.asked, "nothing is asked any more");
        desk.connected();
        picture();
        assertEquals(PresenceState.IDLE, desk.of("502").state(), "made again under the same name");
    }

    @Test
    void anAnswerThatComesAfterTheConnectionWasLostIsNoPicture() {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        desk.connection.answers.put("/rest/user/%s/accounts?type=extensions", answer);
        desk.receive("{\"action\":\"user-change\"}");
        desk.state(ConnectionState.CONNECTING);
        answer.complete(List.of(Map.of("name", "502", "displayname", "Ève", "registered", true)));
        desk.writer.run();
        assertEquals(PresenceState.UNKNOWN, desk.of("502").state());
        desk.state(ConnectionState.CONNECTED);
        desk.pass(Duration.ofSeconds(3));
        assertEquals(List.of(Message.of("domain-calls", "subscribe", true)), desk.connection.sent, "it is asked for");
    }

    @Test
    void norIsAPictureThatWaitedUntilThen() {
        desk.state(ConnectionState.CONNECTING);
        picture();
        assertEquals(PresenceState.UNKNOWN, desk.of("502").state());
        desk.state(ConnectionState.CONNECTED);
        desk.pass(Duration.ofSeconds(3));
        assertEquals(List.of(Message.of("domain-calls", "subscribe", true)), desk.connection.sent, "it is asked for");
    }

    @Test
    void aPictureThatComesBeforeItsConnectionIsToldIsOne() {
        Desk early = new Desk();
        early.receive("{\"action\":\"domain-state\",\"accounts\":[{\"account\":\"300\",\"type\":\"acds\"}]}");
        early.board.bindConnection(early.connection);
        early.state(ConnectionState.REGISTERED);
        assertEquals(PresenceState.IDLE, early.of("300").state());
    }

    @Test
    void aQuestionThatIsNotAnsweredIsAskedAgainEverMoreSeldomUntilItIs() {
        Desk slow = new Desk();
        slow.connection.answers.put(
                "/rest/user/%s/orbits",
                CompletableFuture.failedFuture(new PbxException(Reason.TIMED_OUT, "it restarts")));
        slow.connected();
        slow.receive("{\"action\":\"domain-state\",\"accounts\":[{\"account\":\"300\",\"type\":\"acds\"}]}");
        slow.pass(Duration.ofHours(1));
        long asked = asked(slow, ORBITS);
        assertTrue(asked >= 8 && asked <= 16, "asked " + asked + " times in an hour");
        slow.connection.answers.put("/rest/user/%s/orbits", List.of(Map.of("name", "700")));
        slow.pass(Duration.ofMinutes(10));
        assertEquals(PresenceState.IDLE, slow.of("700").state());
        assertEquals(asked + 1, asked(slow, ORBITS));
        slow.pass(Duration.ofHours(1));
        assertEquals(asked + 1, asked(slow, ORBITS));
    }

    @Test
    void aQuestionThatIsRefusedOrWhoseAccountIsGoneIsNotAskedAgain() {
        desk.pass(Duration.ofHours(1));
        assertEquals(1, asked(desk, ORBITS), "this PBX does not know it");
        desk.connection.answers.put(
                "/rest/user/%s/orbits", CompletableFuture.failedFuture(new PbxException(Reason.TIMED_OUT, "late")));
        picture();
        assertEquals(2, asked(desk, ORBITS));
        desk.state(ConnectionState.CLOSED);
        desk.pass(Duration.ofHours(1));
        assertEquals(2, asked(desk, ORBITS));
    }

    private static long asked(Desk desk, String question) {
        return desk.connection.asked.stream().filter(question::equals).count();
    }

    /** Where the transport is gone for good, its last word may not have been heard. */
    @Test
    void withoutItsConnectionAnAccountIsGoneUnlessAnotherHasComeInItsPlace() {
        FakeConnection next = new FakeConnection();
        desk.board.bindConnection(next);
        desk.board.unbindConnection(desk.connection);
        desk.writer.run();
        assertEquals(PresenceState.IDLE, desk.of("502").state(), "its successor came first");
        desk.board.unbindConnection(next);
        desk.writer.run();
        assertEquals(Map.of(), desk.shown());
        desk.state(ConnectionState.CLOSED);
        assertEquals(Map.of(), desk.shown(), "told twice");
        desk.connected();
        picture();
        assertEquals(PresenceState.IDLE, desk.of("502").state());
    }

    @Test
    void aConnectionThatIsBackBeforeItsEndWasLookedAtLosesNothing() {
        desk.board.unbindConnection(desk.connection);
        desk.board.bindConnection(desk.connection);
        desk.writer.run();
        assertEquals(PresenceState.IDLE, desk.of("502").state());
    }

    @Test
    void orbitsAreAskedForAndInDoubtUntilToldAgain() {
        desk.state(ConnectionState.CONNECTING);
        desk.pass(Duration.ofMinutes(1));
        desk.connection.answers.put(
                "/rest/user/%s/orbits",
                List.of(Map.of("name", "700", "display", "Park", "calls", List.of(Map.of("from", "<sip:600@t>")))));
        desk.state(ConnectionState.CONNECTED);
        picture();
        desk.pass(Duration.ZERO);
        assertEquals("ORBIT HELD registered \"Park\" with <600>", Desk.line(desk.of("700")));
        desk.state(ConnectionState.CONNECTING);
        assertEquals(PresenceState.UNKNOWN, desk.of("700").state());
    }

    @Test
    void anOpenConnectionIsAskedForItsPicture() {
        Desk late = new Desk();
        late.board.bindConnection(late.connection);
        assertEquals(List.of(), late.connection.sent, "nobody listens yet: the answer could come too early");
        late.state(ConnectionState.REGISTERED);
        assertEquals(List.of(Message.of("domain-calls", "subscribe", true)), late.connection.sent);
    }

    @Test
    void peopleAreFoundByNumberAndByAnyWordOfTheirNameWithoutCaseAndAccents() {
        assertEquals(List.of("501", "502", "503"), numbers("50"));
        assertEquals(List.of("502"), numbers("eve"));
        assertEquals(List.of("502"), numbers("MULLER"));
        assertEquals(List.of("502"), numbers("strauss ev"));
        assertEquals(List.of("503"), numbers("lucja oersted".replace("oe", "o")));
        assertEquals(List.of("300"), numbers("supp"));
        assertEquals(List.of(), numbers("xample"));
        assertEquals(List.of(), numbers("  "));
        assertEquals(
                List.of("501"),
                desk.board.views().search("50", 1).stream()
                        .map(Presence::number)
                        .toList());
        assertEquals(List.of(), desk.board.views().search("50", 0));
        desk.receive("{\"action\":\"user-state\",\"account\":\"501\",\"name\":\"Robert\"}");
        assertEquals(List.of("501"), numbers("rob"));
        assertEquals(List.of(), numbers("bob"));
    }

    private List<String> numbers(String text) {
        return desk.board.views().search(text, 10).stream()
                .map(Presence::number)
                .toList();
    }

    @Test
    void doNotDisturbIsDoneWhenItIsShown() {
        desk.connection.answers.put("/rest/user/%s/dnd", Map.of());
        CompletableFuture<Presence> on = desk.board.dnd(Desk.MINE, true);
        desk.writer.run();
        assertFalse(on.isDone());
        desk.receive("{\"action\":\"user-state\",\"account\":\"501\",\"dnd\":true}");
        assertTrue(on.join().dnd());
        CompletableFuture<Presence> again = desk.board.dnd(Desk.MINE, true);
        desk.writer.run();
        assertTrue(again.join().dnd(), "shown already");
        CompletableFuture<Presence> never = desk.board.dnd(Desk.MINE, false);
        desk.pass(Duration.ofSeconds(6));
        assertEquals(Reason.TIMED_OUT, reason(never));
        assertTrue(desk.connection.asked.contains("POST /rest/user/%s/dnd {state=false}"));
    }

    @Test
    void chatStatusCannotBeSetAndThatIsSaid() {
        assertEquals(Reason.UNSUPPORTED, reason(desk.board.show(Desk.MINE)));
        assertEquals(Reason.UNKNOWN_ACCOUNT, reason(desk.board.show(new AccountId("nobody"))));
    }

    private static Reason reason(CompletableFuture<Presence> failed) {
        CompletionException thrown = assertThrows(CompletionException.class, failed::join);
        return ((PbxException) thrown.getCause()).reason();
    }
}
