package pbx.api.message;

import java.util.Objects;

/** Something was written in a conversation, by either side, or the conversation was read anew. */
public record ChatChange(Chat chat) {
    public ChatChange {
        Objects.requireNonNull(chat, "chat");
    }
}
