package pbx.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.listeners.Writer;

/** What the PBX has accepted and does not show yet. Confined to the board's writer. */
final class Wishes {
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(5);

    private final Writer writer;
    private final List<Wish> open = new ArrayList<>();

    Wishes(Writer writer) {
        this.writer = writer;
    }

    /** A do-not-disturb. */
    record Wish(AccountId account, String number, boolean dnd, CompletableFuture<Presence> shown) {
        private boolean fulfilled(Presence presence) {
            return presence.seenBy().equals(account) && presence.number().equals(number) && presence.dnd() == dnd;
        }
    }

    /** @param now what is shown already */
    void add(Wish wish, Optional<Presence> now) {
        open.add(wish);
        writer.after(SHOWN_WITHIN, () -> end(wish));
        now.ifPresent(this::shown);
    }

    void shown(List<PresenceChange> changes) {
        if (!open.isEmpty()) {
            changes.forEach(change -> change.after().ifPresent(this::shown));
        }
    }

    private void shown(Presence presence) {
        open.stream().filter(wish -> wish.fulfilled(presence)).forEach(wish -> wish.shown()
                .complete(presence));
        open.removeIf(wish -> wish.shown().isDone());
    }

    private void end(Wish wish) {
        open.remove(wish);
        wish.shown()
                .completeExceptionally(new PbxException(
                        Reason.TIMED_OUT, "the PBX accepted it but does not show it; look again later"));
    }
}
