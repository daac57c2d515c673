package pbx.presence;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.AccountId;
import pbx.api.plugin.Use;
import pbx.api.presence.Presence;
import pbx.api.presence.Presences;
import pbx.listeners.Replies;

/** The board as one consumer bundle sees it: its stages complete on its own queue. */
@Component(scope = ServiceScope.BUNDLE)
public final class PresencesFace implements Presences {
    private final PresenceBoard board;
    private final Replies replies;

    @Activate
    public PresencesFace(@Reference PresenceBoard board, ComponentContext context) {
        this.board = board;
        this.replies = new Replies(context.getUsingBundle(), board.border, Use.PRESENCE);
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public List<Presence> list() {
        replies.check();
        return board.list();
    }

    @Override
    public Optional<Presence> find(AccountId seenBy, String number) {
        replies.check();
        return board.views().find(seenBy, number);
    }

    @Override
    public List<Presence> search(String text, int most) {
        replies.check();
        return board.search(text, most);
    }

    @Override
    public CompletionStage<Presence> show(AccountId mine, boolean available) {
        return replies.ask(() -> board.show(mine));
    }

    @Override
    public CompletionStage<Presence> dnd(AccountId mine, boolean on) {
        return replies.ask(() -> board.dnd(mine, on));
    }
}
