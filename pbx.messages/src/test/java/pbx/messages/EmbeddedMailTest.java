package pbx.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pbx.messages.FakeConnection.MINE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pbx.api.PbxException;
import pbx.api.call.Direction;
import pbx.api.history.HistoryEntry;
import pbx.api.message.ChatMessage;
import pbx.api.message.Voicemail;
import pbx.kit.EmbeddedPbx;

/** History and mailbox over the embedded PBX's REST: a second reading of the same notes. */
class EmbeddedMailTest {
    @RegisterExtension
    final EmbeddedPbx pbx = EmbeddedPbx.signalling();

    private final PastCalls calls = new PastCalls(new Admissions());
    private final Mailboxes mailboxes = new Mailboxes(new Admissions());
    private final Conversations conversations = new Conversations(new Admissions());

    @BeforeEach
    void connect() {
        RestConnection connection = new RestConnection(pbx.url());
        calls.bindConnection(connection);
        mailboxes.bindConnection(connection);
        conversations.bindConnection(connection);
        pbx.control().register("45", false);
    }

    @AfterEach
    void close() {
        calls.stop();
        mailboxes.stop();
        conversations.stop();
    }

    @Test
    void whatIsWrittenIsKeptByThePbx() throws Exception {
        get(conversations.send(MINE, "44", "<b>Coffee?</b>"));
        List<ChatMessage> lines =
                get(conversations.send(MINE, "44", "In \"five\" minutes")).messages();
        assertEquals(
                List.of("<b>Coffee?</b>", "In \"five\" minutes"),
                lines.stream().map(ChatMessage::text).toList());
        assertTrue(lines.stream().allMatch(ChatMessage::mine));
        assertEquals(lines, get(conversations.read(MINE, "44")).messages());
        assertEquals(List.of(), get(conversations.read(MINE, "46")).messages());
    }

    @Test
    void aMissedCallCountsUntilItIsSeenAndStaysUntilItIsRemoved() throws Exception {
        pbx.control().call("+15555550100", "45", "Alice Example");
        pbx.control().hangUp("+15555550100");
        HistoryEntry missed = theOnlyCall();
        assertEquals("Alice Example", missed.remote().name());
        assertEquals("+15555550100", missed.remote().number());
        assertEquals(Direction.IN, missed.direction());
        assertTrue(missed.missed() && !missed.seen(), missed.toString());
        get(calls.seen(MINE));
        assertTrue(calls.list().get(0).seen());
        get(calls.remove(MINE, missed.id()));
        assertEquals(List.of(), calls.list());
    }

    @Test
    void aMessageIsHeardAndDeleted() throws Exception {
        get(pbx.control().voicemail("45", true, Duration.ofSeconds(5)));
        pbx.control().unregister("45");
        Instant began = Instant.now();
        pbx.control().call("46", "45");
        until(() ->
                pbx.control().status().scripted().getOrDefault("46", List.of()).contains("TALKING"));
        pbx.control().advance(Duration.ofSeconds(7));
        pbx.control().hangUp("46");
        Voicemail message = theOnlyMessage();
        assertEquals("46", message.from().number());
        Duration meanwhile = Duration.between(began, Instant.now()); // time passes by itself, too
        assertTrue(
                message.length().toSeconds() >= 7 && message.length().compareTo(meanwhile.plusSeconds(8)) < 0,
                message::toString);
        assertFalse(message.heard());
        byte[] sound = get(mailboxes.sound(MINE, message.id()));
        assertEquals("RIFF", new String(sound, 0, 4, StandardCharsets.US_ASCII));
        get(mailboxes.refresh(MINE));
        assertTrue(mailboxes.list().get(0).heard());
        get(mailboxes.delete(MINE, message.id()));
        assertEquals(List.of(), mailboxes.list());
        CompletionStage<byte[]> gone = mailboxes.sound(MINE, message.id());
        ExecutionException e = assertThrows(ExecutionException.class, () -> get(gone));
        assertEquals(
                PbxException.Reason.REFUSED,
                assertInstanceOf(PbxException.class, e.getCause()).reason());
    }

    private HistoryEntry theOnlyCall() throws Exception {
        until(() -> {
            get(calls.refresh(MINE));
            return !calls.list().isEmpty();
        });
        return calls.list().get(0);
    }

    private Voicemail theOnlyMessage() throws Exception {
        until(() -> {
            get(mailboxes.refresh(MINE));
            return !mailboxes.list().isEmpty();
        });
        return mailboxes.list().get(0);
    }

    /** A scripted phone does on the PBX's own loop what it is told, and tells nobody here: look until it is done. */
    private static void until(Callable<Boolean> done) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!done.call()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain");
            Thread.onSpinWait();
        }
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
