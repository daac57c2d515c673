package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.connection.ConnectionState;

/** What goes wrong is said once, in words, and takes nothing else with it. */
class BadDayTest {
    private static Office office;
    private static AccountId mine;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        mine = office.account("45");
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void aNumberThatDoesNotExist() throws Exception {
        assertEnds("999", EndReason.NOT_FOUND);
    }

    @Test
    void aBusyNumber() throws Exception {
        assertEnds("602", EndReason.BUSY);
    }

    @Test
    void aNumberThatDeclines() throws Exception {
        assertEnds("603", EndReason.DECLINED);
    }

    private static void assertEnds(String number, EndReason reason) throws Exception {
        Call ended = office.await(office.dial(mine, number), CallState.ENDED);
        assertEquals(reason, ended.ending().orElseThrow().reason());
        office.medias.await(
                "the audio session of " + number + " closed",
                change -> change.after().isEmpty()
                        && change.before().orElseThrow().call().equals(ended.id()));
    }

    @Test
    void hostileNumbersAndUnknownCallsAreRefusedBeforeAnythingIsSent() throws Exception {
        assertFails(Reason.INVALID, () -> Office.get(office.calls().dial(mine, "<script>")));
        assertFails(Reason.INVALID, () -> Office.get(office.calls().dial(mine, " - ")));
        assertFails(Reason.UNKNOWN_ACCOUNT, () -> Office.get(office.calls().dial(new AccountId("nobody"), "601")));
        Call call = office.talk(mine, "601");
        assertFails(Reason.WRONG_STATE, () -> Office.get(office.calls().reject(call.id())));
        assertFails(Reason.INVALID, () -> Office.get(office.calls().press(call.id(), "12x")));
        Office.get(office.calls().hangUp(call.id()));
        assertFails(Reason.UNKNOWN_CALL, () -> Office.get(office.calls().hold(call.id())));
    }

    @Test
    void aWrongPasswordIsSaidAndACorrectedOneIsUsedAtOnce() throws Exception {
        AccountId wrong = office.account("wrong", "46", "not it", office.port);
        String problem = office.connections
                .await(
                        "refused",
                        change -> change.after().account().equals(wrong)
                                && change.after().state() == ConnectionState.REFUSED)
                .after()
                .problem()
                .orElseThrow();
        assertTrue(problem.contains("wrong password"), problem);
        assertTrue(!problem.contains("not it"), "the password itself is never shown");
        assertFails(Reason.NOT_CONNECTED, () -> Office.get(office.calls().dial(wrong, "601")));
        office.account("wrong", "46", "demo", office.port);
        office.connections.await(
                "registered after the correction",
                change ->
                        change.after().account().equals(wrong) && change.after().state() == ConnectionState.REGISTERED);
        office.delete("pbx.account~wrong");
        office.connections.await(
                "gone",
                change ->
                        change.after().account().equals(wrong) && change.after().state() == ConnectionState.CLOSED);
    }

    @Test
    void aPbxThatCannotBeReachedIsTriedAgain() throws Exception {
        AccountId far = office.account("far", "47", "demo", Office.freePort());
        String problem = office.connections
                .await(
                        "unreachable",
                        change -> change.after().account().equals(far)
                                && change.after().problem().orElse("").contains("cannot be reached"))
                .after()
                .problem()
                .orElseThrow();
        assertTrue(problem.contains("trying again"), problem);
        office.delete("pbx.account~far");
    }

    @Test
    void aConfigurationThatCannotBeIsNamed() throws Exception {
        AccountId odd = office.account("odd", "", "demo", office.port);
        String problem = office.connections
                .await(
                        "refused",
                        change -> change.after().account().equals(odd)
                                && change.after().state() == ConnectionState.REFUSED)
                .after()
                .problem()
                .orElseThrow();
        assertEquals("the setting extension is empty (conf/pbx.account-odd.cfg)", problem);
        office.delete("pbx.account~odd");
    }

    private static void assertFails(Reason reason, Executable command) {
        PbxException failure = assertInstanceOf(
                PbxException.class,
                assertThrows(ExecutionException.class, command).getCause());
        assertEquals(reason, failure.reason(), failure.getMessage());
    }
}
