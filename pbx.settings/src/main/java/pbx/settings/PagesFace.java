package pbx.settings;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.settings.Page;
import pbx.api.settings.Pages;
import pbx.listeners.Replies;

/** The settings as one consumer bundle sees them: its stages complete on its own queue. */
@Component(scope = ServiceScope.BUNDLE)
public final class PagesFace implements Pages {
    private final SettingPages pages;
    private final Replies replies;

    @Activate
    public PagesFace(@Reference SettingPages pages, ComponentContext context) {
        this.pages = pages;
        this.replies = new Replies(context.getUsingBundle().getSymbolicName());
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public CompletionStage<List<Page>> list(String language) {
        return replies.tell(pages.list(language));
    }

    @Override
    public CompletionStage<Void> change(String pid, String name, Map<String, String> values) {
        return replies.tell(pages.change(pid, name, Map.copyOf(values)));
    }

    @Override
    public CompletionStage<Void> remove(String pid, String name) {
        return replies.tell(pages.remove(pid, name));
    }
}
