package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import pbx.api.message.Chat;
import pbx.api.message.ChatMessage;
import pbx.api.message.Chats;
import pbx.api.presence.Presence;

/** A conversation in writing with one colleague at a time. EDT only. */
final class ChatView {
    private final Texts texts;
    private final Times times;
    private final Clock clock;
    private final Commands commands;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 12 12 8 10, fill", "[grow,fill]", "[]8[grow,fill]8[]"));
    private final JComboBox<Person> with = Plain.emptyBox();
    private final JTextArea lines = new JTextArea();
    private final JTextField field = Plain.noMarkup(new JTextField());
    private List<Person> people = List.of();
    private Map<Desk.Key, Presence> listed = Map.of();
    private boolean filling;
    private Desk drawn = Desk.EMPTY;

    ChatView(Texts texts, Commands commands, Clock clock) {
        this.texts = texts;
        this.times = new Times(texts, ZoneId.systemDefault());
        this.clock = clock;
        this.commands = commands;
        panel.putClientProperty(FlatClientProperties.STYLE, "background: $List.background");
        setUpWith();
        setUpLines();
        setUpField();
        JScrollPane scroll = new JScrollPane(lines);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        panel.add(with, "h 36!, wmin 0, wrap");
        panel.add(scroll, "wmin 0, wrap");
        panel.add(field, "h 36!, wmin 0");
        show(Optional.empty());
    }

    JPanel panel() {
        return panel;
    }

    /** Opens the conversation with somebody and puts the keyboard into it. */
    void open(Person person) {
        fillPeople();
        filling = true;
        people.stream().filter(p -> p.key().equals(person.key())).findFirst().ifPresent(with::setSelectedItem);
        filling = false;
        read();
        field.requestFocusInWindow();
    }

    void draw(Desk desk) {
        Desk before = drawn;
        drawn = desk;
        if (panel.isShowing()) {
            fillPeople();
        }
        if (desk.mail().chats() != before.mail().chats()) {
            show(chat());
        }
    }

    /** Reads the conversation anew: somebody looks at it. */
    void read() {
        fillPeople();
        chosen().ifPresent(person -> commands.ask(
                Chats.class,
                chats ->
                        chats.read(person.presence().seenBy(), person.presence().number())));
        show(chat());
    }

    private void setUpWith() {
        with.setName("chat.with");
        with.setRenderer(new PlainRenderer<>((Person person) -> Plain.line(person.label())));
        with.getAccessibleContext().setAccessibleName(texts.get("chat.with"));
        with.addActionListener(e -> {
            if (!filling) {
                read();
            }
        });
    }

    // A text area wraps, and knows no markup.
    private void setUpLines() {
        lines.setName("chat.lines");
        lines.setEditable(false);
        lines.setLineWrap(true);
        lines.setWrapStyleWord(true);
        lines.setBorder(BorderFactory.createEmptyBorder(4, 4, 4, 4));
        lines.getAccessibleContext().setAccessibleName(texts.get("chat.lines"));
    }

    private void setUpField() {
        field.setName("chat.text");
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("chat.hint"));
        field.getAccessibleContext().setAccessibleName(texts.get("chat.hint"));
        Keys.bind(field, "ENTER", this::send, () -> !field.getText().isBlank());
    }

    private void send() {
        String text = field.getText();
        chosen().ifPresent(person -> commands.ask(
                        Chats.class,
                        chats -> chats.send(
                                person.presence().seenBy(), person.presence().number(), text))
                .thenAcceptAsync(sent -> sent.ifPresent(chat -> sent(text)), SwingUtilities::invokeLater));
    }

    // What was typed meanwhile stays.
    private void sent(String text) {
        if (field.getText().equals(text)) {
            field.setText("");
        }
    }

    private Optional<Person> chosen() {
        return Optional.ofNullable((Person) with.getSelectedItem());
    }

    private Optional<Chat> chat() {
        return chosen().map(person -> new Mail.With(
                        person.presence().seenBy(), person.presence().number()))
                .map(drawn.mail().chats()::get);
    }

    // Lamps do not matter here, only who there is.
    private void fillPeople() {
        if (drawn.presences() == listed) {
            return;
        }
        listed = drawn.presences();
        List<Person> next = Directory.of(drawn, "").stream()
                .filter(p -> p.presence().kind() == Presence.Kind.EXTENSION && !p.own())
                .toList();
        if (!next.stream()
                .map(ChatView::same)
                .toList()
                .equals(people.stream().map(ChatView::same).toList())) {
            Optional<Desk.Key> before = chosen().map(Person::key);
            filling = true;
            people = next;
            Person[] all = next.isEmpty() ? new Person[] {null} : next.toArray(Person[]::new);
            with.setModel(new DefaultComboBoxModel<>(all));
            // Else all of them are measured, each time.
            with.setPrototypeDisplayValue(all[0]);
            next.stream().filter(p -> before.equals(Optional.of(p.key()))).forEach(with::setSelectedItem);
            filling = false;
        }
    }

    private static List<Object> same(Person person) {
        return List.of(person.key(), person.label());
    }

    private void show(Optional<Chat> chat) {
        String text = chat.map(c -> c.messages().stream().map(this::line).collect(Collectors.joining("\n")))
                .filter(written -> !written.isEmpty())
                .orElse(texts.get("chat.none"));
        if (!text.equals(lines.getText())) {
            lines.setText(text);
            lines.setCaretPosition(text.length());
        }
    }

    private String line(ChatMessage message) {
        String who = message.mine()
                ? texts.get("chat.me")
                : chosen().map(person -> Plain.line(person.label())).orElse("");
        return times.when(message.at(), clock.instant()) + "  " + who + ": " + Plain.line(message.text());
    }
}
