package pbx.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pbx.messages.FakeConnection.MINE;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Dialect;
import pbx.api.connection.Message;
import pbx.api.message.Chat;
import pbx.api.message.ChatChange;
import pbx.api.message.ChatMessage;
import pbx.listeners.WriterThread;

/** Conversations on the wire of the first generation. */
class ConversationsTest {
    private final WriterThread writer = new WriterThread("test");
    private final Conversations conversations = new Conversations(new Admissions(), writer);
    private final FakeConnection connection = new FakeConnection();

    ConversationsTest() {
        conversations.bindConnection(connection);
    }

    @AfterEach
    void close() {
        conversations.stop();
    }

    @Test
    void whatIsSaidAndHeardStandsInOneConversation() throws Exception {
        conversations.received(MINE, line("44", "Coffee?"));
        Chat chat = get(conversations.send(MINE, "44", "In five minutes"));
        assertEquals(
                List.of("44: Coffee?", "me: In five minutes"),
                chat.messages().stream()
                        .map(m -> (m.mine() ? "me: " : "44: ") + m.text())
                        .toList());
        assertEquals(
                Map.of("action", "chat", "src", "45", "dest", "44", "message", "In five minutes"),
                connection.sent.get(0).fields());
        assertEquals(chat, get(conversations.read(MINE, "44")));
        assertEquals(List.of(), get(conversations.read(MINE, "46")).messages());
    }

    @Test
    void whatNobodyCouldReadIsRefusedAndWhatStrangersFloodIsBounded() throws Exception {
        assertEquals(Reason.INVALID, reason(conversations.send(MINE, "44", " ")));
        assertEquals(Reason.INVALID, reason(conversations.send(MINE, "44", "x".repeat(4001))));
        assertEquals(Reason.UNKNOWN_ACCOUNT, reason(conversations.send(new AccountId("none"), "44", "x")));
        for (int i = 0; i < 300; i++) {
            conversations.received(MINE, line("44", "line " + i));
        }
        conversations.received(MINE, line("44", "x".repeat(4001)));
        conversations.received(MINE, line("", "from nobody"));
        List<ChatMessage> kept = get(conversations.send(MINE, "44", "enough")).messages();
        assertEquals(200, kept.size());
        assertEquals("line 299", kept.get(198).text());
        for (int i = 0; i < 600; i++) {
            conversations.received(MINE, line("stranger" + i, "hello"));
        }
        get(conversations.send(MINE, "44", "all of it is there"));
        assertTrue(get(conversations.read(MINE, "stranger599")).messages().isEmpty());
    }

    /** The rows of the catalogue, {@code meta} a text, with what else is inferred of them; and rows that are none. */
    @Test
    void aPbxThatKeepsThemIsReadAndWrittenTo() throws Exception {
        connection.dialect = Dialect.MODERN;
        CompletionStage<Chat> asked = conversations.send(MINE, "44", "In five minutes");
        assertEquals("POST /rest/user/%s/chat?number=44 In five minutes", connection.requests.get(0));
        connection.question().complete(17);
        connection
                .question()
                .complete(Map.of(
                        "total",
                        3,
                        "content",
                        List.of(
                                row(
                                        "2",
                                        "45",
                                        "{\"type\":\"text\",\"text\":\"In five minutes\",\"date\":1767268802000}"),
                                row(
                                        "1",
                                        "sip:44@localhost",
                                        "{\"type\":\"text\",\"text\":\"Coffee?\",\"date\":1767268801}"),
                                row("0", "44", "{\"type\":\"call\",\"date\":1767268800}"),
                                row("x", "44", "{broken"),
                                Map.of("id", "y"))));
        assertEquals(
                List.of("44: Coffee?", "me: In five minutes"),
                get(asked).messages().stream()
                        .map(m -> (m.mine() ? "me: " : "44: ") + m.text())
                        .toList());
        assertTrue(connection.requests.get(1).startsWith("GET /rest/user/%s/chat?number=44&last="));
        // Its push is not known: one of the first generation has it read.
        conversations.received(MINE, line("46", "hello"));
        connection.question().complete(Map.of());
        assertTrue(connection.requests.get(2).contains("number=46"));
        assertTrue(connection.sent.isEmpty());
    }

    /** Requests run side by side: what was asked for first may be answered last. */
    @Test
    void anAnswerOlderThanTheOneToldLastIsDropped() throws Exception {
        connection.dialect = Dialect.MODERN;
        BlockingQueue<ChatChange> told = told();
        CompletionStage<Chat> first = conversations.read(MINE, "44");
        CompletableFuture<Object> older = connection.question();
        CompletionStage<Chat> second = conversations.read(MINE, "44");
        Map<String, Object> coffee = row("1", "44", "{\"type\":\"text\",\"text\":\"Coffee?\",\"date\":1767268801}");
        Map<String, Object> hello = row("2", "44", "{\"type\":\"text\",\"text\":\"Hello?\",\"date\":1767268802}");
        connection.question().complete(Map.of("content", List.of(coffee, hello)));
        assertEquals(2, get(second).messages().size());
        assertEquals(get(second), told.poll(20, TimeUnit.SECONDS).chat());
        older.complete(Map.of("content", List.of(coffee)));
        assertEquals(get(second), get(first));
        CompletionStage<Chat> third = conversations.read(MINE, "46");
        connection.question().complete(Map.of());
        assertEquals(get(third), told.poll(20, TimeUnit.SECONDS).chat(), "nothing was told in between");
    }

    /** Who is told that it failed writes it again. */
    @Test
    void whatThePbxTookIsSentThoughItCannotBeReadAgain() throws Exception {
        connection.dialect = Dialect.MODERN;
        BlockingQueue<ChatChange> told = told();
        CompletionStage<Chat> asked = conversations.send(MINE, "44", "In five minutes");
        connection.question().complete(17);
        connection.question().completeExceptionally(new PbxException(Reason.TIMED_OUT, "no answer"));
        assertEquals(
                List.of("In five minutes"),
                get(asked).messages().stream().map(ChatMessage::text).toList());
        assertEquals(get(asked), told.poll(20, TimeUnit.SECONDS).chat());
        CompletionStage<Chat> overtaken = conversations.send(MINE, "44", "In ten");
        connection.question().complete(18);
        CompletableFuture<Object> lost = connection.question();
        CompletionStage<Chat> read = conversations.read(MINE, "44");
        connection
                .question()
                .complete(Map.of(
                        "content",
                        List.of(row("18", "45", "{\"type\":\"text\",\"text\":\"In ten\",\"date\":1767268802}"))));
        assertEquals(1, get(read).messages().size());
        lost.completeExceptionally(new PbxException(Reason.TIMED_OUT, "no answer"));
        assertEquals(get(read), get(overtaken), "it is among what was read since");
        CompletionStage<Chat> refused = conversations.send(MINE, "44", "In an hour");
        connection.question().completeExceptionally(new PbxException(Reason.TIMED_OUT, "no answer"));
        assertEquals(Reason.TIMED_OUT, reason(refused));
    }

    @Test
    void anAnswerOlderThanALineThatWasWrittenDoesNotHideIt() throws Exception {
        connection.dialect = Dialect.MODERN;
        CompletionStage<Chat> before = conversations.read(MINE, "44");
        CompletableFuture<Object> older = connection.question();
        CompletionStage<Chat> sent = conversations.send(MINE, "44", "In five minutes");
        connection.question().complete(17);
        connection.question().completeExceptionally(new PbxException(Reason.TIMED_OUT, "no answer"));
        assertEquals(1, get(sent).messages().size());
        older.complete(Map.of());
        assertEquals(get(sent), get(before));
    }

    private BlockingQueue<ChatChange> told() {
        BlockingQueue<ChatChange> told = new LinkedBlockingQueue<>();
        conversations.bindListener(told::add, DeniedTest.from(DeniedTest.bundle("window")));
        return told;
    }

    private static Map<String, Object> row(String id, String from, String meta) {
        return Map.of("id", id, "from", from, "meta", meta);
    }

    @Test
    void aClosedAccountsConversationsAreForgotten() throws Exception {
        conversations.received(MINE, line("44", "hello"));
        conversations.connectionChanged(FakeConnection.change(ConnectionState.CLOSED));
        assertEquals(1, get(conversations.send(MINE, "44", "again")).messages().size());
    }

    private static Message line(String from, String text) {
        return Message.of("chat", "dest", from, "message", text);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Reason reason(CompletionStage<?> stage) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> get(stage));
        return assertInstanceOf(PbxException.class, e.getCause()).reason();
    }
}
