package pbx.messages;

import java.time.Instant;
import java.util.UUID;
import pbx.api.connection.Message;
import pbx.api.message.ChatMessage;

/**
 * Chat on the wire: the message {@code chat}; out with {@code src}, {@code dest} and {@code message}, in with {@code dest} as the
 * peer to show (vendor code of 2016, protocol notes 3 and 4). A PBX of 70 keeps what was written: {@link ChatRest}.
 */
final class ChatWire {
    static final String KIND = "chat";

    private ChatWire() {}

    static Message line(String mine, String with, String text) {
        return Message.of(KIND, "src", mine, "dest", with, "message", text);
    }

    static String peer(Message message) {
        return message.text("dest");
    }

    static ChatMessage heard(Message message, Instant now) {
        return new ChatMessage(UUID.randomUUID().toString(), false, message.text("message"), now);
    }

    static ChatMessage said(String text, Instant now) {
        return new ChatMessage(UUID.randomUUID().toString(), true, text, now);
    }
}
