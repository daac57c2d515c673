package pbx.messages;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.AccountId;
import pbx.api.message.Voicemail;
import pbx.api.message.Voicemails;
import pbx.api.plugin.Use;
import pbx.listeners.Replies;

/** The mailboxes as one consumer bundle sees it: its stages complete on its own queue. */
@Component(scope = ServiceScope.BUNDLE)
public final class VoicemailsFace implements Voicemails {
    private final Mailboxes board;
    private final Replies replies;

    @Activate
    public VoicemailsFace(@Reference Mailboxes board, @Reference Admissions admissions, ComponentContext context) {
        this.board = board;
        this.replies = new Replies(context.getUsingBundle(), admissions.border, Use.MESSAGES);
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public List<Voicemail> list() {
        replies.check();
        return board.list();
    }

    @Override
    public CompletionStage<Void> refresh(AccountId account) {
        return replies.ask(() -> board.refresh(account));
    }

    @Override
    public CompletionStage<byte[]> sound(AccountId account, String id) {
        return replies.ask(() -> board.sound(account, id));
    }

    @Override
    public CompletionStage<Void> delete(AccountId account, String id) {
        return replies.ask(() -> board.delete(account, id));
    }
}
