package pbx.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pbx.api.connection.Message;
import pbx.api.message.ChatMessage;

/**
 * Chat on a PBX of 70, which keeps it: {@code GET} and {@code POST /rest/user/{a}/chat?number=} are in its REST catalogue (protocol
 * notes 8.4). An answer has {@code content}, whose rows have {@code meta}: JSON within a text, of the type {@code text}, {@code
 * note} or {@code call}. Inferred: a row says who wrote it by {@code from}, in itself or in its {@code meta}, as a number or an
 * address, or else by {@code inbound}; {@code date} is in Unix milliseconds or seconds. No push is known for it: a {@code chat}
 * message of the first generation prompts a look.
 */
final class ChatRest {
    private static final String PATH = "/rest/user/%s/chat";
    private static final String NEWEST = "&last=-/200&read=true";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChatRest() {}

    /** The newest lines; they count as read then. */
    static Request read(String with) {
        return Request.get(PATH + "?number=" + Url.part(with) + NEWEST);
    }

    static Request write(String with, String text, Instant now) {
        return new Request(
                "POST",
                PATH + "?number=" + Url.part(with),
                Map.of("type", "text", "text", text, "date", now.toEpochMilli()));
    }

    /** The lines in the order of their times; what is no text is left out. */
    static List<ChatMessage> lines(Object answer, String mine) {
        return Message.list(Answers.object(answer), "content").stream()
                .flatMap(row -> line(row, mine).stream())
                .sorted(java.util.Comparator.comparing(ChatMessage::at))
                .toList();
    }

    private static Optional<ChatMessage> line(Map<String, Object> row, String mine) {
        Map<String, Object> meta = meta(row.get("meta"));
        String text = Message.text(meta, "text");
        Optional<Instant> at = Stream.of(meta, row)
                .flatMap(fields -> Answers.time(fields, "date").stream())
                .findFirst();
        boolean written = Stream.of("text", "note").anyMatch(Message.text(meta, "type")::equals);
        if (!written || text.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        String id = Message.text(row, "id").isEmpty() ? at.get() + text : Message.text(row, "id");
        return Optional.of(new ChatMessage(id, isMine(row, meta, mine), text, at.get()));
    }

    private static boolean isMine(Map<String, Object> row, Map<String, Object> meta, String mine) {
        String from = Stream.of(row, meta)
                .map(fields -> Message.text(fields, "from"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return from.isEmpty()
                ? row.containsKey("inbound") && !Message.flag(row, "inbound")
                : from.equals(mine) || from.startsWith(mine + "@") || from.contains(":" + mine + "@");
    }

    private static Map<String, Object> meta(Object meta) {
        if (meta instanceof String text) {
            try {
                return Answers.object(JSON.readValue(text, Object.class));
            } catch (JsonProcessingException e) {
                return Map.of();
            }
        }
        return Answers.object(meta);
    }
}
