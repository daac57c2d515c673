package pbx.ui.swing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pbx.api.AccountId;
import pbx.api.call.Direction;
import pbx.api.call.Party;
import pbx.api.history.HistoryChange;
import pbx.api.history.HistoryEntry;
import pbx.api.message.Chat;
import pbx.api.message.ChatChange;
import pbx.api.message.ChatMessage;
import pbx.api.message.Voicemail;
import pbx.api.message.VoicemailChange;

/** What came while one was away. */
final class MailSamples {
    private MailSamples() {}

    static HistoryEntry missed(String id, Party remote) {
        return entry(id, Direction.IN, remote, Optional.empty());
    }

    static HistoryEntry talked(String id, Party remote) {
        return entry(id, Direction.OUT, remote, Optional.of(Samples.T0.plusSeconds(4)));
    }

    private static HistoryEntry entry(String id, Direction way, Party remote, Optional<Instant> answered) {
        Optional<Instant> ended = Optional.of(Samples.T0.plusSeconds(100));
        return new HistoryEntry(Samples.DEMO, id, way, remote, Samples.T0, answered, ended, "", false);
    }

    static HistoryChange history(HistoryEntry... entries) {
        return new HistoryChange(Samples.DEMO, List.of(entries), Optional.empty());
    }

    static VoicemailChange mailbox(Party from) {
        return mailbox(Samples.DEMO, from, Samples.T0);
    }

    static VoicemailChange mailbox(AccountId account, Party from, Instant left) {
        Voicemail one = new Voicemail(account, "m1", from, left, Duration.ofSeconds(17), false);
        return new VoicemailChange(account, List.of(one), Optional.empty());
    }

    static ChatChange chat(String with, String... theirs) {
        List<ChatMessage> lines = java.util.Arrays.stream(theirs)
                .map(text -> new ChatMessage(text, false, text, Samples.T0))
                .toList();
        return new ChatChange(new Chat(Samples.DEMO, with, lines));
    }
}
