package pbx.ui.swing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pbx.api.AccountId;
import pbx.api.presence.Presence;
import pbx.api.presence.Presences;

/** Notes what it is asked. */
final class FakePresences implements Presences {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private volatile Supplier<List<Presence>> list = List::of;

    String asked() throws InterruptedException {
        String command = asked.poll(20, TimeUnit.SECONDS);
        return command == null ? "nothing was asked" : command;
    }

    void lists(Presence... presences) {
        lists(() -> List.of(presences));
    }

    void lists(Supplier<List<Presence>> presences) {
        list = presences;
    }

    @Override
    public List<Presence> list() {
        return list.get();
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
        asked.add("dnd " + mine + " " + on);
        return new CompletableFuture<>();
    }
}
