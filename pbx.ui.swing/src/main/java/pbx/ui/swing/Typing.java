package pbx.ui.swing;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Hears each keystroke of a text field. */
final class Typing implements DocumentListener {
    private final Runnable changed;

    private Typing(Runnable changed) {
        this.changed = changed;
    }

    static void onChange(JTextComponent field, Runnable changed) {
        field.getDocument().addDocumentListener(new Typing(changed));
    }

    @Override
    public void insertUpdate(DocumentEvent e) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
        changed.run();
    }
}
