package calllog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.view.Row;

class CallLogTest {
    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    @Test
    void callsAreFoundAgainByNumberNameAndEndingAlsoAfterARestart() throws IOException {
        CallLog log = open(365);
        end(log, "c1", new Party("601", "Tone"), now);
        end(log, "c2", new Party("44", "100% Ärger_"), now.plusSeconds(1));
        end(log, "c2", new Party("44", "100% Ärger_"), now.plusSeconds(1));
        log.callChanged(new CallChange(Optional.empty(), call("c3", new Party("45", ""), CallState.ACTIVE, now)));
        log.stop();
        log = open(365);
        assertEquals(List.of("44", "601"), numbers(log, ""));
        assertEquals(List.of("601"), numbers(log, "tON"));
        assertEquals(List.of("44"), numbers(log, "0% ärger_"));
        assertEquals(List.of(), numbers(log, "1_0"));
        assertEquals(2, numbers(log, "hung up").size());
        assertEquals(
                List.of("75 s"),
                log.show("601").rows().stream().map(r -> r.cells().get(4)).toList());
        log.stop();
    }

    @Test
    void anIdThatThePbxUsesAgainIsAnotherCall() throws IOException {
        CallLog log = open(365);
        end(log, "c1", new Party("601", "Tone"), now.minus(Duration.ofDays(1)));
        end(log, "c1", new Party("44", "Eve"), now);
        assertEquals(List.of("44", "601"), numbers(log, ""));
        log.stop();
    }

    /** Made as the call log made it at first. */
    @Test
    void anOlderDatabaseKeepsItsCallsAndTakesAnIdAgain() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("calls"));
        long began = now.minus(Duration.ofDays(1)).toEpochMilli();
        try (Connection old = source.getConnection();
                Statement statement = old.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE IF NOT EXISTS calls (id IDENTITY, account VARCHAR, call VARCHAR, direction VARCHAR, number VARCHAR,
                      name VARCHAR, began BIGINT, answered BIGINT, ended BIGINT, ending VARCHAR, UNIQUE (account, call));
                    CREATE INDEX IF NOT EXISTS by_end ON calls (ended);
                    CREATE INDEX IF NOT EXISTS by_number ON calls (number)""");
            statement.execute("INSERT INTO calls (account, call, direction, number, name, began, ended, ending) VALUES "
                    + "('demo', 'c1', 'IN', '601', 'Tone', " + began + ", " + began + ", 'hung up')");
        }
        for (int start = 0; start < 2; start++) {
            CallLog log = open(365);
            end(log, "c1", new Party("44", "Eve"), now);
            assertEquals(List.of("44", "601"), numbers(log, ""));
            log.stop();
        }
    }

    @Test
    void allCallsWithANumberAreErasedAndAnAnonymousOneAlone() throws IOException {
        CallLog log = open(365);
        for (int i = 0; i < 3; i++) {
            end(log, "a" + i, new Party("601", "Tone"), now);
            end(log, "b" + i, new Party("", ""), now);
        }
        assertEquals(
                "3 calls are erased for good",
                log.act("erase", Optional.of(row(log, "601").id())));
        assertEquals(List.of("", "", ""), numbers(log, ""));
        assertEquals(
                "1 call is erased for good",
                log.act("erase", Optional.of(row(log, "").id())));
        assertThrows(PbxException.class, () -> log.act("erase", Optional.of("x")));
        assertThrows(PbxException.class, () -> log.act("format", Optional.empty()));
        log.stop();
    }

    @Test
    void whatIsTooOldIsErased() throws IOException {
        CallLog log = open(0);
        end(log, "c1", new Party("601", "old"), now.minus(Duration.ofDays(31)));
        end(log, "c2", new Party("602", "new"), now.minus(Duration.ofDays(29)));
        assertEquals(2, numbers(log, "").size());
        log.keep(30);
        assertEquals(List.of("602"), numbers(log, ""));
        log.stop();
    }

    @Test
    void exportedAsCsvNoNameIsAFormulaOrBreaksALine() throws IOException {
        CallLog log = open(365);
        end(log, "c1", new Party("+49891", "=cmd|' /C calc'!A0"), now);
        end(log, "c2", new Party("44", "Doe, \"Jo\"\r\nx"), now.plusSeconds(1));
        assertTrue(log.act("export", Optional.empty()).startsWith("2 calls are in "));
        String csv = Files.readString(folder.resolve("calls.csv"));
        assertTrue(csv.startsWith("began,answered,ended,seconds,direction,number,name,ending,account,call\r\n"), csv);
        assertTrue(csv.contains(",IN,+49891,'=cmd|' /C calc'!A0,hung up,demo,c1\r\n"), csv);
        assertTrue(csv.contains(",IN,44,\"Doe, \"\"Jo\"\"\r\nx\",hung up,demo,c2\r\n"), csv);
        log.stop();
    }

    @Test
    void stoppedItLeavesNoDriverAndNoThread() throws Exception {
        open(365).stop();
        assertTrue(DriverManager.drivers()
                .noneMatch(driver -> driver.getClass().getName().startsWith("org.h2")));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("H2") || thread.getName().startsWith("MVStore")) {
                thread.join(20_000); // what has been told to end does so in its own time
                assertFalse(thread.isAlive(), thread::getName);
            }
        }
    }

    private CallLog open(int days) throws IOException {
        return new CallLog(folder, days);
    }

    private static List<String> numbers(CallLog log, String search) {
        return log.show(search).rows().stream().map(row -> row.cells().get(2)).toList();
    }

    private static Row row(CallLog log, String number) {
        return log.show("").rows().stream()
                .filter(row -> row.cells().get(2).equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static void end(CallLog log, String id, Party remote, Instant ended) {
        log.callChanged(new CallChange(Optional.empty(), call(id, remote, CallState.ENDED, ended)));
    }

    static Call call(String id, Party remote, CallState state, Instant ended) {
        boolean over = state == CallState.ENDED;
        return new Call(
                new CallId(new AccountId("demo"), id),
                Direction.IN,
                remote,
                state,
                false,
                false,
                false,
                MediaState.CONNECTED,
                true,
                ended.minusSeconds(80),
                Optional.of(ended.minusSeconds(75)),
                over ? Optional.of(new Ending(Ending.By.HERE, EndReason.HUNG_UP, "hung up")) : Optional.empty(),
                over ? Optional.of(ended) : Optional.empty(),
                false,
                "");
    }
}
