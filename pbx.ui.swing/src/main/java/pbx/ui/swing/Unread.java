package pbx.ui.swing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pbx.api.message.Chat;

/** Which lines of colleagues nobody has looked at in this window. What was there before the window counts as read. EDT only. */
final class Unread {
    private final Instant since;
    private final Map<Mail.With, Instant> looked = new HashMap<>();

    Unread(Instant since) {
        this.since = since;
    }

    /** Somebody looks at the conversation. */
    void looked(Mail.With with, Instant now) {
        looked.put(with, now);
    }

    long of(Mail mail, Mail.With with) {
        return Optional.ofNullable(mail.chats().get(with)).map(this::of).orElse(0L);
    }

    long of(Mail mail) {
        return mail.chats().values().stream().mapToLong(this::of).sum();
    }

    private long of(Chat chat) {
        Instant last = looked.getOrDefault(new Mail.With(chat.account(), chat.with()), since);
        return chat.messages().stream()
                .filter(line -> !line.mine() && line.at().isAfter(last))
                .count();
    }
}
