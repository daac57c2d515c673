package pbx.ui.swing;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pbx.api.AccountId;
import pbx.api.history.HistoryChange;
import pbx.api.history.HistoryEntry;
import pbx.api.message.Chat;
import pbx.api.message.ChatChange;
import pbx.api.message.Voicemail;
import pbx.api.message.VoicemailChange;

/**
 * What came while one was away: past calls, messages, conversations, as told. Immutable.
 *
 * @param history of each account
 * @param voicemail of each account
 * @param chats of each colleague that an account writes with
 */
record Mail(Map<AccountId, HistoryChange> history, Map<AccountId, VoicemailChange> voicemail, Map<With, Chat> chats) {
    static final Mail EMPTY = new Mail(Map.of(), Map.of(), Map.of());

    /** Who writes with whom. */
    record With(AccountId account, String number) {}

    Mail with(HistoryChange change) {
        return new Mail(put(history, change.account(), change), voicemail, chats);
    }

    Mail with(VoicemailChange change) {
        return new Mail(history, put(voicemail, change.account(), change), chats);
    }

    Mail with(ChatChange change) {
        Chat chat = change.chat();
        return new Mail(history, voicemail, put(chats, new With(chat.account(), chat.with()), chat));
    }

    /** Newest first. */
    List<HistoryEntry> entries() {
        return history.values().stream()
                .map(HistoryChange::entries)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(HistoryEntry::began).reversed())
                .toList();
    }

    /** Missed calls that nobody has looked at. */
    long missed() {
        return entries().stream()
                .filter(entry -> entry.missed() && !entry.seen())
                .count();
    }

    /** Newest first. */
    List<Voicemail> messages() {
        return voicemail.values().stream()
                .map(VoicemailChange::messages)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(Voicemail::left).reversed())
                .toList();
    }

    /** Messages that nobody has listened to. */
    long unheard() {
        return messages().stream().filter(message -> !message.heard()).count();
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }
}
