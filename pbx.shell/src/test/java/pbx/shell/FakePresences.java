package pbx.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.AccountId;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;
import pbx.api.presence.Presences;

final class FakePresences implements Presences {
    final List<Presence> known = new ArrayList<>(
            List.of(Fakes.presence("44", PresenceState.IDLE), Fakes.presence("45", PresenceState.TALKING)));
    String asked = "";

    @Override
    public List<Presence> list() {
        return known;
    }

    @Override
    public Optional<Presence> find(AccountId seenBy, String number) {
        return list().stream()
                .filter(p -> p.seenBy().equals(seenBy) && p.number().equals(number))
                .findFirst();
    }

    @Override
    public List<Presence> search(String text, int most) {
        return list().stream()
                .filter(p -> p.number().startsWith(text))
                .limit(most)
                .toList();
    }

    @Override
    public CompletionStage<Presence> show(AccountId mine, boolean available) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public CompletionStage<Presence> dnd(AccountId mine, boolean on) {
        asked = mine + " " + on;
        return CompletableFuture.completedStage(Fakes.presence("45", PresenceState.IDLE));
    }
}
