package pbx.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pbx.messages.FakeConnection.MINE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionState;
import pbx.listeners.WriterThread;

/** Reading lists: in order, once at a time, whatever the PBX answers. */
class ListsTest {
    private final WriterThread writer = new WriterThread("test");
    private final Connections connections = new Connections();
    private final FakeConnection connection = new FakeConnection();
    private final Snapshots<AccountId, Told, Consumer<Told>> snapshots =
            new Snapshots<>(writer, "Test", Consumer::accept, Told::account);
    private final Lists<String, Told> lists =
            new Lists<>(writer, connections, Request.get("/list"), ListsTest::read, Told::new, snapshots);
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

    record Told(AccountId account, List<String> entries, Optional<String> problem) {}

    ListsTest() {
        connections.add(connection);
        snapshots.listen(told::add, "test");
    }

    @AfterEach
    void close() {
        writer.close();
        snapshots.close();
    }

    @Test
    void whoAsksWhileItIsReadGetsTheNextAnswer() throws Exception {
        CompletionStage<Void> first = lists.refresh(MINE);
        var one = connection.question();
        CompletionStage<Void> second = lists.refresh(MINE);
        CompletionStage<Void> third = lists.refresh(MINE);
        one.complete("old");
        done(first);
        assertEquals(List.of("old"), lists.of(MINE));
        assertEquals(List.of("old"), told().entries());
        assertFalse(second.toCompletableFuture().isDone());
        connection.question().complete("new");
        done(second);
        done(third);
        assertEquals(List.of("new"), lists.of(MINE));
        assertTrue(connection.unasked(), "one answer is enough for both");
        assertEquals(List.of("new"), told().entries());
    }

    @Test
    void aFailureKeepsWhatIsKnownAndSaysWhy() throws Exception {
        CompletionStage<Void> first = lists.refresh(MINE);
        connection.question().complete("known");
        done(first);
        told();
        CompletionStage<Void> second = lists.refresh(MINE);
        connection.question().completeExceptionally(new PbxException(Reason.REFUSED, "the PBX answered 404"));
        assertEquals(Reason.REFUSED, reason(second));
        assertEquals(new Told(MINE, List.of("known"), Optional.of("the PBX answered 404")), told());
    }

    @Test
    void anAnswerThatNobodyHasThoughtOfIsAFailureLikeOthers() throws Exception {
        CompletionStage<Void> first = lists.refresh(MINE);
        connection.question().complete(Map.of());
        assertEquals(Reason.UNSUPPORTED, reason(first));
        assertTrue(told().problem().orElseThrow().contains("/list"));
        CompletionStage<Void> second = lists.refresh(MINE);
        connection.question().complete("again");
        done(second);
        assertEquals(new Told(MINE, List.of("again"), Optional.empty()), told());
    }

    @Test
    void aClosedAccountHasNoListAndALateAnswerIsNobodys() throws Exception {
        lists.connection(FakeConnection.change(ConnectionState.REGISTERED));
        connection.question().complete("known");
        assertEquals(List.of("known"), told().entries());
        CompletionStage<Void> late = lists.refresh(MINE);
        var answer = connection.question();
        connections.remove(connection);
        lists.connection(FakeConnection.change(ConnectionState.CLOSED));
        assertEquals(new Told(MINE, List.of(), Optional.empty()), told());
        answer.complete("late");
        done(late);
        assertEquals(List.of(), lists.of(MINE));
        assertEquals(Reason.UNKNOWN_ACCOUNT, reason(lists.refresh(MINE)));
        assertTrue(told.isEmpty());
    }

    private static List<String> read(AccountId account, Object answer) {
        return List.of((String) answer);
    }

    private Told told() throws InterruptedException {
        return told.poll(20, TimeUnit.SECONDS);
    }

    private static void done(CompletionStage<Void> stage) throws Exception {
        stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Reason reason(CompletionStage<Void> stage) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> done(stage));
        return assertInstanceOf(PbxException.class, e.getCause()).reason();
    }
}
