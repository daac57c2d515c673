package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionStatus;
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
            new JPanel(new MigLayout("insets 12 12 8 10, fill", "[grow,fill]", "[]10[grow,fill]10[]"));
    private final JComboBox<Person> with = Plain.emptyBox();
    private final Bubbles bubbles;
    private final EmptyState written;
    private final JTextField field = Plain.noMarkup(new JTextField());
    private List<Person> people = List.of();
    private List<List<Object>> told = List.of();
    private Map<Desk.Key, Presence> listed = Map.of();
    private Map<AccountId, ConnectionStatus> accounts = Map.of();
    private Optional<Whom> meant = Optional.empty();
    private boolean filling;
    private Desk drawn = Desk.EMPTY;
    private final Unread unread;

    /** Whom a text is meant for, whichever account sees them, and whether or not they are listed now. */
    private record Whom(String place, String number) {}

    ChatView(Texts texts, Commands commands, Clock clock) {
        this.texts = texts;
        this.times = new Times(texts, ZoneId.systemDefault());
        this.clock = clock;
        this.unread = new Unread(clock.instant());
        this.commands = commands;
        panel.putClientProperty(FlatClientProperties.STYLE, "background: $List.background");
        setUpWith();
        setUpField();
        bubbles = new Bubbles("chat.lines", texts.get("chat.lines"));
        JScrollPane scroll = new JScrollPane(bubbles.panel());
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        written = new EmptyState(scroll, Glyph.BUBBLE, "chat.none");
        panel.add(with, "h 36!, wmin 0, wrap");
        panel.add(written.panel(), "wmin 0, wrap");
        panel.add(field, "split 2, h 36!, wmin 0, growx, pushx");
        panel.add(Plain.tool("chat.send", texts.get("chat.send"), Glyph.SEND, this::send), "h 36!, w 36!");
        show(Optional.empty());
    }

    JPanel panel() {
        return panel;
    }

    /** Opens the conversation with somebody and puts the keyboard into it. */
    void open(Person person) {
        fillPeople();
        meant = Optional.of(whom(person));
        select();
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
            looked();
            show(chat());
            with.repaint();
        }
    }

    /** How many lines nobody has looked at. */
    long unread() {
        return unread.of(drawn.mail());
    }

    /** Somebody turns to the page: who has written is shown first, unless a text is meant for somebody already. */
    void turned() {
        fillPeople();
        if (field.getText().isBlank()
                && chosen().filter(person -> unread(person) > 0).isEmpty()) {
            people.stream().filter(person -> unread(person) > 0).findFirst().ifPresent(with::setSelectedItem);
        }
        read();
    }

    private void looked() {
        if (panel.isShowing()) {
            chosen().ifPresent(person -> unread.looked(key(person), clock.instant()));
        }
    }

    private long unread(Person person) {
        return unread.of(drawn.mail(), key(person));
    }

    private static Mail.With key(Person person) {
        return new Mail.With(person.presence().seenBy(), person.presence().number());
    }

    private String label(Person person) {
        long fresh = unread(person);
        return Plain.line(person.label()) + (fresh > 0 ? "  (" + fresh + ")" : "");
    }

    /** Reads the conversation anew: somebody looks at it. */
    void read() {
        fillPeople();
        looked();
        chosen().ifPresent(person -> commands.ask(
                Chats.class,
                chats ->
                        chats.read(person.presence().seenBy(), person.presence().number())));
        show(chat());
    }

    private void setUpWith() {
        with.setName("chat.with");
        with.setRenderer(new PlainRenderer<>(this::label));
        with.getAccessibleContext().setAccessibleName(texts.get("chat.with"));
        with.addActionListener(e -> {
            if (!filling) {
                meant = chosen().map(this::whom).or(() -> meant);
                read();
            }
        });
    }

    private void setUpField() {
        field.setName("chat.text");
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("chat.hint"));
        field.getAccessibleContext().setAccessibleName(texts.get("chat.hint"));
        Keys.bind(field, "ENTER", this::send, () -> !field.getText().isBlank());
    }

    private void send() {
        if (field.getText().isBlank()) {
            return;
        }
        String text = field.getText();
        chosen().ifPresentOrElse(
                        person -> commands.ask(
                                        Chats.class,
                                        chats -> chats.send(
                                                person.presence().seenBy(),
                                                person.presence().number(),
                                                text))
                                .thenAcceptAsync(
                                        sent -> sent.ifPresent(chat -> sent(text)), SwingUtilities::invokeLater),
                        () -> commands.say(nobody()));
    }

    private String nobody() {
        return people.isEmpty() ? "chat.nobody" : "chat.choose";
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
        return chosen().map(ChatView::key).map(drawn.mail().chats()::get);
    }

    // Lamps do not matter here, only who there is.
    private void fillPeople() {
        if (drawn.presences() == listed && drawn.accounts() == accounts) {
            return;
        }
        listed = drawn.presences();
        accounts = drawn.accounts();
        List<Person> next = Directory.of(drawn, "").stream()
                .filter(p -> p.presence().kind() == Presence.Kind.EXTENSION && !p.own())
                .toList();
        List<List<Object>> fresh = next.stream().map(this::same).toList();
        if (!fresh.equals(told)) {
            told = fresh;
            people = next;
            filling = true;
            Person[] all = next.isEmpty() ? new Person[] {null} : next.toArray(Person[]::new);
            with.setModel(new DefaultComboBoxModel<>(all));
            // Else all of them are measured, each time.
            with.setPrototypeDisplayValue(all[0]);
            filling = false;
            meant = meant.or(() -> people.stream().findFirst().map(this::whom));
            select();
            show(chat());
        }
    }

    // Nobody rather than somebody else: what is typed is for one person.
    private void select() {
        Optional<Person> found = people.stream().filter(this::isMeant).findFirst();
        meant = found.map(this::whom).or(() -> meant);
        filling = true;
        with.setSelectedItem(found.orElse(null));
        filling = false;
    }

    // The place may not have been known yet when they were chosen, only the account.
    private boolean isMeant(Person person) {
        Whom account =
                new Whom(person.presence().seenBy().value(), person.presence().number());
        return meant.filter(whom -> whom.equals(whom(person)) || whom.equals(account))
                .isPresent();
    }

    private Whom whom(Person person) {
        return new Whom(
                Directory.place(drawn, person.presence()), person.presence().number());
    }

    private List<Object> same(Person person) {
        return List.of(person.key(), whom(person), person.label());
    }

    private void show(Optional<Chat> chat) {
        List<Bubbles.Line> lines =
                chat.map(c -> c.messages().stream().map(this::line).toList()).orElse(List.of());
        bubbles.show(lines);
        written.show(lines.isEmpty() ? texts.get(chosen().isPresent() ? "chat.none" : nobody()) : "");
    }

    private Bubbles.Line line(ChatMessage message) {
        String who = message.mine()
                ? texts.get("chat.me")
                : chosen().map(person -> Plain.line(person.label())).orElse("");
        String below = who + " · " + times.when(message.at(), clock.instant());
        return new Bubbles.Line(message.mine(), Plain.text(message.text()), below);
    }
}
