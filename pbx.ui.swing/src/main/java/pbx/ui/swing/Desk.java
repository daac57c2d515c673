package pbx.ui.swing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.media.Quality;
import pbx.api.media.QualityChange;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;

/**
 * Everything the window shows, at one moment: what has been told, folded. Immutable, plain Java; every change makes a new one,
 * and a change that changes nothing gives the same one.
 *
 * @param calls in the order in which they were first heard of; ended ones stay for a while so that their reason can be read
 * @param ended when those ended
 * @param presences as told, in the order in which they were first heard of; of a tenant of thousands a change copies a few
 * @param accounts as told, without the closed
 * @param qualities how the calls sound, as told last
 * @param mail past calls, messages, conversations
 * @param kept what the user made of the window
 * @param notice one line about what was done, or went wrong, last
 */
record Desk(
        Map<CallId, Call> calls,
        Map<CallId, Instant> ended,
        PMap<Key, Presence> presences,
        Map<AccountId, ConnectionStatus> accounts,
        Map<CallId, Quality> qualities,
        Mail mail,
        Kept kept,
        Optional<Notice> notice) {

    static final Duration ENDED_STAYS = Duration.ofSeconds(8);
    static final Duration NOTICE_STAYS = Duration.ofSeconds(12);
    static final Desk EMPTY = new Desk(
            Map.of(), Map.of(), OrderedPMap.empty(), Map.of(), Map.of(), Mail.EMPTY, Kept.NOTHING, Optional.empty());

    /** Whose presence, and who sees it. */
    record Key(AccountId seenBy, String number) {
        static Key of(Presence presence) {
            return new Key(presence.seenBy(), presence.number());
        }
    }

    /** One line for the status bar. */
    record Notice(String text, boolean bad, Instant since) {}

    /** What was over long enough goes at the same time: where there is no screen, nothing else looks at the clock. */
    Desk with(CallChange change, Instant now) {
        return at(now).heard(change, now);
    }

    private Desk heard(CallChange change, Instant now) {
        Call call = change.after();
        boolean over = call.state() == CallState.ENDED;
        return calls(
                put(calls, call.id(), call),
                over ? put(ended, call.id(), now) : without(ended, call.id()::equals),
                over ? without(qualities, call.id()::equals) : qualities);
    }

    Desk with(PresenceChange change) {
        Optional<Key> gone = change.before().map(Key::of).filter(key -> isGone(key, change));
        PMap<Key, Presence> rest = gone.isPresent() ? presences.minus(gone.get()) : presences;
        return presences(change.after().map(p -> rest.plus(Key.of(p), p)).orElse(rest));
    }

    Desk with(ConnectionChange change) {
        ConnectionStatus status = change.after();
        boolean gone = status.state() == ConnectionState.CLOSED;
        Map<AccountId, ConnectionStatus> next =
                gone ? without(accounts, status.account()::equals) : put(accounts, status.account(), status);
        return new Desk(calls, ended, presences, next, qualities, mail, kept, notice);
    }

    Desk with(QualityChange change) {
        Map<CallId, Quality> next = edit(qualities, map -> {
            change.before().map(Quality::call).ifPresent(map::remove);
            change.after().filter(quality -> !ended.containsKey(quality.call())).ifPresent(q -> map.put(q.call(), q));
        });
        return new Desk(calls, ended, presences, accounts, next, mail, kept, notice);
    }

    Desk with(Mail next) {
        return new Desk(calls, ended, presences, accounts, qualities, next, kept, notice);
    }

    Desk with(Kept next) {
        return next.equals(kept) ? this : new Desk(calls, ended, presences, accounts, qualities, mail, next, notice);
    }

    Desk noticed(String text, boolean bad, Instant now) {
        return noticed(Optional.of(new Notice(text, bad, now)));
    }

    /** What was said long enough is taken away. */
    Desk at(Instant now) {
        Predicate<CallId> old = id -> ended.containsKey(id) && passed(ended.get(id), ENDED_STAYS, now);
        boolean read = notice.filter(n -> passed(n.since(), NOTICE_STAYS, now)).isPresent();
        Desk fresh = read ? noticed(Optional.empty()) : this;
        return ended.keySet().stream().anyMatch(old)
                ? fresh.calls(without(calls, old), without(ended, old), qualities)
                : fresh;
    }

    Desk withoutCalls(Collection<CallId> gone) {
        Predicate<CallId> forgotten = id -> gone.contains(id) && !ended.containsKey(id);
        return gone.isEmpty() ? this : calls(without(calls, forgotten), ended, without(qualities, forgotten));
    }

    Desk withoutPresences(Collection<Key> gone) {
        return gone.isEmpty() ? this : presences(presences.minusAll(gone));
    }

    /** Those that are not over for the desk. */
    List<CallId> liveCalls() {
        return calls.keySet().stream().filter(id -> !ended.containsKey(id)).toList();
    }

    /** The incoming call that waits for an answer, the oldest first. */
    Optional<Call> offered() {
        return calls.values().stream().filter(Call::offered).findFirst();
    }

    /** The call that this side speaks in: where tones go. */
    Optional<Call> talking() {
        return calls.values().stream()
                .filter(c -> c.state() == CallState.ACTIVE && !c.heldHere() && c.media() != MediaState.ELSEWHERE)
                .findFirst();
    }

    /** Another call of the same account that this one can be connected with: one on hold rather than not. */
    Optional<Call> beside(Call call) {
        return calls.values().stream()
                .filter(c -> c.account().equals(call.account()) && !c.id().equals(call.id()))
                .filter(c -> c.state() == CallState.ACTIVE && c.media() != MediaState.ELSEWHERE)
                .max(Comparator.comparing(Call::heldHere));
    }

    /** The own extension of an account, if the PBX has told it. */
    Optional<Presence> own(AccountId account) {
        return Optional.ofNullable(accounts.get(account))
                .map(status -> presences.get(new Key(account, status.extension())));
    }

    /** Whether time alone changes what is shown. */
    boolean ticks() {
        return !calls.isEmpty() || notice.isPresent();
    }

    private Desk calls(Map<CallId, Call> now, Map<CallId, Instant> over, Map<CallId, Quality> sound) {
        return new Desk(now, over, presences, accounts, sound, mail, kept, notice);
    }

    private Desk presences(PMap<Key, Presence> next) {
        return new Desk(calls, ended, next, accounts, qualities, mail, kept, notice);
    }

    private Desk noticed(Optional<Notice> next) {
        return new Desk(calls, ended, presences, accounts, qualities, mail, kept, next);
    }

    // Whoever is only changed keeps the place in the map.
    private static boolean isGone(Key before, PresenceChange change) {
        return change.after().map(Key::of).filter(before::equals).isEmpty();
    }

    private static boolean passed(Instant since, Duration stay, Instant now) {
        return !since.plus(stay).isAfter(now);
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        return edit(map, copy -> copy.put(key, value));
    }

    private static <K, V> Map<K, V> without(Map<K, V> map, Predicate<K> gone) {
        return edit(map, copy -> copy.keySet().removeIf(gone));
    }

    private static <K, V> Map<K, V> edit(Map<K, V> map, Consumer<Map<K, V>> change) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        change.accept(copy);
        return Collections.unmodifiableMap(copy);
    }
}
