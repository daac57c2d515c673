package pbx.messages;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.AccountId;
import pbx.api.message.Chat;
import pbx.api.message.Chats;
import pbx.api.plugin.Use;
import pbx.listeners.Replies;

/** The conversations as one consumer bundle sees it: its stages complete on its own queue. */
@Component(scope = ServiceScope.BUNDLE)
public final class ChatsFace implements Chats {
    private final Conversations board;
    private final Replies replies;

    @Activate
    public ChatsFace(@Reference Conversations board, @Reference Admissions admissions, ComponentContext context) {
        this.board = board;
        this.replies = new Replies(context.getUsingBundle(), admissions.border, Use.MESSAGES);
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public CompletionStage<Chat> read(AccountId account, String with) {
        return replies.ask(() -> board.read(account, with));
    }

    @Override
    public CompletionStage<Chat> send(AccountId account, String with, String text) {
        return replies.ask(() -> board.send(account, with, text));
    }
}
