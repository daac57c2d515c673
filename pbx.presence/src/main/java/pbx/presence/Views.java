package pbx.presence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import pbx.api.AccountId;
import pbx.api.presence.Presence;

/** The pictures of all own accounts: written by one thread, read by any, each time whole. */
final class Views {
    private volatile Map<AccountId, View> views = Map.of();

    View of(AccountId account) {
        return views.getOrDefault(account, View.EMPTY);
    }

    void put(AccountId account, View view) {
        change(next -> next.put(account, view));
    }

    void remove(AccountId account) {
        change(next -> next.remove(account));
    }

    private void change(Consumer<Map<AccountId, View>> how) {
        Map<AccountId, View> next = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        next.putAll(views);
        how.accept(next);
        views = next;
    }

    List<Presence> list() {
        return views.values().stream()
                .flatMap(view -> view.byNumber().values().stream())
                .toList();
    }

    Optional<Presence> find(AccountId seenBy, String number) {
        return of(seenBy).byNumber().get(number);
    }

    List<Presence> search(String text, int most) {
        return most < 1 || text.isBlank()
                ? List.of()
                : views.values().stream()
                        .flatMap(view -> view.search(text, most).stream())
                        .limit(most)
                        .toList();
    }
}
