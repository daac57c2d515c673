package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import pbx.api.call.Call;
import pbx.api.call.CallId;

/** The calls, one card each; a card stays the same one for as long as its call is shown. EDT only. */
final class CallView {
    private final Texts texts;
    private final CallHandler handler;
    private final Supplier<CallDrag> drags;
    private final Map<CallId, CallCard> cards = new HashMap<>();
    private final ScrolledPanel column =
            new ScrolledPanel(new MigLayout("insets 0, wrap 1, fillx, hidemode 3", "[grow,fill]", "[]10"));
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fill, hidemode 3", "[grow,fill]", "[grow,fill]"));
    private final JPanel none =
            new JPanel(new MigLayout("fill, wrap 1, insets 0, hidemode 3", "[center]", "push[]12[]4[][]push"));
    private final JButton test;
    private Optional<JPanel> welcome = Optional.empty();
    private final JScrollPane scroll = new JScrollPane(column);

    CallView(Texts texts, CallHandler handler, Supplier<CallDrag> drags) {
        this.texts = texts;
        this.handler = handler;
        this.drags = drags;
        column.setOpaque(false);
        panel.setOpaque(false);
        panel.getAccessibleContext().setAccessibleName(texts.get("calls.name"));
        none.setOpaque(false);
        none.add(EmptyState.sign(Glyph.LIFT));
        none.add(quiet("calls.none", "font: +6"));
        none.add(quiet("calls.none.hint", "font: +0"));
        test = Plain.button("calls.test", texts.get("calls.test"), handler::testCall);
        none.add(test, "gaptop 14, h 34!");
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        panel.add(none);
        panel.add(scroll);
    }

    JPanel panel() {
        return panel;
    }

    /** What is shown in place of calls while there is no account. */
    void welcome(JPanel page) {
        welcome = Optional.of(page);
        page.setVisible(false);
        panel.add(page, "aligny center, growy 0");
    }

    /** Answers or rejects what rings. */
    void actOnOffered(CallButton action) {
        handler.desk().offered().ifPresent(call -> handler.act(action, call.id()));
    }

    void draw(Desk desk, Instant now) {
        removeOthers(desk.calls().keySet());
        Optional<CallId> first = desk.liveCalls().stream().findFirst();
        for (Call call : desk.calls().values()) {
            card(call.id())
                    .draw(desk, call, now, first.filter(call.id()::equals).isPresent());
        }
        arrange(desk);
        boolean lost = desk.calls().isEmpty() && desk.accounts().isEmpty() && welcome.isPresent();
        welcome.ifPresent(page -> page.setVisible(lost));
        String number = desk.kept().testCall();
        test.setVisible(!number.isEmpty()
                && desk.accounts().values().stream().anyMatch(a -> a.state().open()));
        test.setToolTipText(texts.get("calls.test.tip", Plain.line(number)));
        none.setVisible(desk.calls().isEmpty() && !lost);
        scroll.setVisible(!desk.calls().isEmpty());
    }

    /** Ten times a second: the meters. */
    void tick() {
        cards.values().forEach(CallCard::tick);
    }

    void focusAnswer(CallId id) {
        Optional.ofNullable(cards.get(id)).ifPresent(card -> {
            column.scrollRectToVisible(card.panel().getBounds());
            card.focusAnswer();
        });
    }

    private CallCard card(CallId id) {
        return cards.computeIfAbsent(id, key -> {
            CallCard card = new CallCard(texts, handler, drags.get(), key);
            column.add(card.panel());
            column.revalidate();
            return card;
        });
    }

    // What is over sinks; what lasts stays where it is, so that nobody presses a button that has just moved there.
    private void arrange(Desk desk) {
        List<CallId> order = Stream.concat(desk.liveCalls().stream(), desk.ended().keySet().stream())
                .toList();
        for (int i = 0; i < order.size(); i++) {
            JPanel card = cards.get(order.get(i)).panel();
            if (column.getComponentZOrder(card) != i) {
                column.setComponentZOrder(card, i);
                column.revalidate();
            }
        }
    }

    private void removeOthers(Set<CallId> shown) {
        List<CallId> gone =
                cards.keySet().stream().filter(id -> !shown.contains(id)).toList();
        gone.forEach(id -> column.remove(cards.remove(id).panel()));
        if (!gone.isEmpty()) {
            column.revalidate();
            column.repaint();
        }
    }

    private JLabel quiet(String key, String font) {
        JLabel label = Plain.label(key);
        label.setText(texts.get(key));
        label.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET + "; " + font);
        return label;
    }
}
