package pbx.simulator.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.simulator.wire.ChatRow;
import pbx.simulator.wire.HistoryRow;
import pbx.simulator.wire.UnknownAnswers;

/** Past calls, voice messages and conversations of extensions that are known. May be used from any thread. */
public final class Records {
    private final Asking asking;
    private final History history;
    private final Mailboxes mailboxes;
    private final Chat chat;

    Records(Asking asking, History history, Mailboxes mailboxes, Chat chat) {
        this.chat = chat;
        this.asking = asking;
        this.history = history;
        this.mailboxes = mailboxes;
    }

    /** Past calls, the newest first, as a JSON object. */
    public CompletableFuture<String> history(String extension) {
        return asking.of(
                extension, account -> HistoryRow.page(history.of(account)).toString());
    }

    /** Counts a missed call as looked at; all of them if the id is empty. */
    public CompletableFuture<Void> readHistory(String extension, String id) {
        return asking.of(extension, account -> {
            history.read(account, Optional.of(id).filter(text -> !text.isEmpty()));
            return null;
        });
    }

    /** Forgets a past call. */
    public CompletableFuture<Void> deleteHistory(String extension, String id) {
        return asking.of(extension, account -> {
            history.delete(account, id);
            return null;
        });
    }

    /** What somebody and another one have written to each other, as a JSON object. */
    public CompletableFuture<String> chat(String extension, String with) {
        return asking.of(extension, account -> ChatRow.page(chat.between(extension, with))
                .toString());
    }

    /** Writes a line; its number. */
    public CompletableFuture<String> write(String extension, String to, String text) {
        return asking.of(extension, account -> String.valueOf(chat.say(extension, to, text)));
    }

    /** How many voice messages there are, and with rows the messages. A JSON object. */
    public CompletableFuture<String> messages(String extension, boolean rows) {
        return asking.of(extension, account -> {
            List<VoiceMessage> all = mailboxes.of(account);
            int fresh = mailboxes.fresh(account);
            List<ObjectNode> shown = rows ? all.stream().map(Records::row).toList() : List.of();
            return UnknownAnswers.mailbox(fresh, all.size() - fresh, shown).toString();
        });
    }

    /** A voice message as a WAV file; it counts as read then. */
    public CompletableFuture<Optional<byte[]>> message(String extension, String id) {
        return asking.of(extension, account -> {
            Optional<byte[]> file =
                    mailboxes.find(account, id).map(message -> message.speech().file());
            file.ifPresent(there -> mailboxes.read(account, id));
            return file;
        });
    }

    /** Whether there was a message of that id. */
    public CompletableFuture<Boolean> deleteMessage(String extension, String id) {
        return asking.of(extension, account -> mailboxes.delete(account, id));
    }

    private static ObjectNode row(VoiceMessage message) {
        return UnknownAnswers.message(
                message.id(),
                message.from(),
                message.at().toEpochMilli() / 1000.0,
                message.length().toMillis() / 1000.0,
                message.read());
    }
}
