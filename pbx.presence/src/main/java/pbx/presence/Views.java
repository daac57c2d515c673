package pbx.presence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import pbx.api.AccountId;
import pbx.api.presence.Presence;

/** The pictures of all own accounts: written by one thread, read by any, of each account whole. */
final class Views {
    private final Map<AccountId, View> views = new ConcurrentSkipListMap<>(Comparator.comparing(AccountId::value));

    View of(AccountId account) {
        return views.getOrDefault(account, View.EMPTY);
    }

    void put(AccountId account, View view) {
        views.put(account, view);
    }

    void remove(AccountId account) {
        views.remove(account);
    }

    List<Presence> list() {
        return views.values().stream()
                .flatMap(view -> view.byNumber().values().stream())
                .toList();
    }

    Optional<Presence> find(AccountId seenBy, String number) {
        return of(seenBy).byNumber().get(number);
    }

    /** The numbers of all accounts first, then the names. */
    List<Presence> search(String text, int most) {
        if (most < 1 || text.isBlank()) {
            return List.of();
        }
        List<View> all = List.copyOf(views.values()); // of one moment: who is renamed meanwhile is found once
        return Stream.concat(
                        all.stream().flatMap(view -> view.numbered(text, most).stream()),
                        all.stream().flatMap(view -> view.named(text)))
                .limit(most)
                .toList();
    }
}
