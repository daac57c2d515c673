package pbx.ui.swing;

import java.time.Clock;
import javax.swing.JComponent;
import javax.swing.JTabbedPane;

/** The directory, past calls, messages and conversations, a tab each. EDT only. */
final class LeftPages {
    private final Texts texts;
    private final Tabs tabs;
    private final PersonHandler people;
    private final DirectoryView directory;
    private final HistoryView history;
    private final VoicemailView voicemail;
    private final ChatView chat;

    LeftPages(Texts texts, Commands commands, Scene scene, Clock clock) {
        this.texts = texts;
        tabs = new Tabs(texts.get("pages.name"));
        people = new PersonHandler(commands, scene::desk, scene.personActions, this::write);
        directory = new DirectoryView(texts, people);
        history = new HistoryView(texts, new HistoryHandler(commands, scene::desk), clock);
        voicemail = new VoicemailView(texts, commands, new Player(new Lines(commands::device, texts)::speaker), clock);
        chat = new ChatView(texts, commands, clock);
        tabs.add("directory", texts.get("directory.tab"), Glyph.PEOPLE, directory.panel(), () -> {});
        tabs.add("history", texts.get("history.tab"), Glyph.CLOCK, history.panel(), history::looked);
        tabs.add("voicemail", texts.get("voicemail.tab"), Glyph.TAPE, voicemail.panel(), () -> {});
        tabs.add("chat", texts.get("chat.tab"), Glyph.BUBBLE, chat.panel(), this::turnedToChat);
    }

    JTabbedPane panel() {
        return tabs.pane();
    }

    DirectoryView directory() {
        return directory;
    }

    PersonHandler people() {
        return people;
    }

    void search() {
        tabs.select(directory.panel());
        directory.search().requestFocusInWindow();
    }

    void draw(Desk desk) {
        directory.draw(desk);
        history.draw(desk);
        voicemail.draw(desk);
        chat.draw(desk);
        badge(history.panel(), "history.tab", desk.mail().missed());
        badge(voicemail.panel(), "voicemail.tab", desk.mail().unheard());
        badge(chat.panel(), "chat.tab", chat.unread());
    }

    void close() {
        voicemail.close();
    }

    private void turnedToChat() {
        chat.turned();
        badge(chat.panel(), "chat.tab", chat.unread());
    }

    private void badge(JComponent page, String key, long count) {
        tabs.badge(page, texts.get(key), count);
    }

    private void write(Person person) {
        tabs.select(chat.panel());
        chat.open(person);
    }
}
