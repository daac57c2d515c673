package pbx.ui.swing;

import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import pbx.api.presence.Presence;

/** What can be done with somebody: by the right button, the menu key, or Shift and F10. EDT only. */
final class PersonMenu implements PopupMenuListener {
    private final Texts texts;
    private final PersonHandler handler;
    private final JList<Person> list;
    private final JPopupMenu menu = new JPopupMenu();

    PersonMenu(Texts texts, PersonHandler handler, JList<Person> list) {
        this.texts = texts;
        this.handler = handler;
        this.list = list;
        menu.setName("person.menu");
        menu.addPopupMenuListener(this);
    }

    JPopupMenu menu() {
        return menu;
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
        menu.removeAll();
        // The pointer says whom; without one it is whoever is selected.
        Optional.ofNullable(list.getMousePosition())
                .map(list::locationToIndex)
                .filter(index -> index >= 0)
                .ifPresent(list::setSelectedIndex);
        Optional.ofNullable(list.getSelectedValue()).ifPresent(this::fill);
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {}

    @Override
    public void popupMenuCanceled(PopupMenuEvent e) {}

    private void fill(Person person) {
        add(Reach.of(person).key, Glyph.LIFT, () -> handler.reach(person));
        handler.talking()
                .filter(call -> !person.own())
                .ifPresent(call -> add(handKey(person), Glyph.FORWARD, () -> handler.hand(call, person)));
        if (person.presence().kind() == Presence.Kind.EXTENSION && !person.own()) {
            add("person.write", Glyph.BUBBLE, () -> handler.write(person));
        }
        boolean marked = person.favourite();
        add(
                marked ? "person.unmark" : "person.mark",
                marked ? Glyph.STAR_FULL : Glyph.STAR,
                () -> handler.toggleFavourite(person));
        handler.offers().forEach(offer -> {
            JMenuItem item = Plain.noMarkup(new JMenuItem(offer.label(), Glyph.PLUG));
            item.setName("person.plugin " + offer.label());
            item.addActionListener(e -> handler.act(offer, person));
            menu.add(item);
        });
    }

    private static String handKey(Person person) {
        return person.presence().kind() == Presence.Kind.ORBIT ? "person.parkHere" : "person.handOver";
    }

    private void add(String key, Icon icon, Runnable deed) {
        JMenuItem item = Plain.noMarkup(new JMenuItem(texts.get(key), icon));
        item.setName(key);
        item.addActionListener(e -> deed.run());
        menu.add(item);
    }
}
