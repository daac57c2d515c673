package pbx.messages;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pbx.api.AccountId;
import pbx.api.connection.Message;
import pbx.api.message.Voicemail;

/**
 * The mailbox on the wire: {@code GET /rest/user/{a}/messages?api=2&page=1&size=N} and {@code GET /rest/user/{a}/message/{id}} (a
 * WAV file) are in the PBX's REST catalogue of 70.3 (protocol notes 8.6). Inferred, since the catalogue has no answers: the rows
 * under {@code messages} with {@code from-number}, {@code from-name}, {@code start}, {@code duration} and {@code read}, and
 * that {@code DELETE ...?id=} deletes.
 */
final class MailboxWire {
    /** The push that says so: its name is known, its meaning is inferred (protocol notes 4.2), so that it only prompts a look. */
    static final String CHANGED = "user-change";

    private static final int MOST = 200;
    /** In seconds: what is longer was not said by a person. */
    private static final double LONGEST = 100_000;

    private MailboxWire() {}

    static Request read() {
        return Request.get("/rest/user/%s/messages?api=2&page=1&size=" + MOST);
    }

    static String sound(String id) {
        return "/rest/user/%s/message/" + Url.part(id);
    }

    static Request delete(String id) {
        return new Request("DELETE", "/rest/user/%s/messages?api=2&id=" + Url.part(id), Map.of());
    }

    /** Newest first. A row without an id or a time is no message. */
    static List<Voicemail> messages(AccountId account, Object answer, Shown shown) {
        return Message.list(Answers.object(answer), "messages").stream()
                .filter(row -> !Message.text(row, "id").isEmpty()
                        && Answers.time(row, "start").isPresent())
                .map(row -> message(account, row, shown))
                .sorted(Comparator.comparing(Voicemail::left).reversed())
                .toList();
    }

    private static Voicemail message(AccountId account, Map<String, Object> row, Shown shown) {
        Duration length = Answers.number(row, "duration")
                .filter(seconds -> seconds > 0 && seconds < LONGEST)
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
                .orElse(Duration.ZERO);
        return new Voicemail(
                account,
                Message.text(row, "id"),
                shown.party(account, Message.text(row, "from-number"), Message.text(row, "from-name")),
                Answers.time(row, "start").orElseThrow(),
                length,
                Message.flag(row, "read"));
    }
}
