package pbx.ui.swing;

import java.awt.event.ActionEvent;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** A key that does something while its component, or one in it, has the focus. */
final class Keys {
    private Keys() {}

    static void bind(JComponent component, String stroke, Runnable action) {
        bind(component, stroke, action, () -> true);
    }

    /** While {@code when} says no, the key goes on to whoever is next. */
    static void bind(JComponent component, String stroke, Runnable action, BooleanSupplier when) {
        component
                .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(stroke), stroke);
        component.getActionMap().put(stroke, new Bound(action, when));
    }

    private static final class Bound extends AbstractAction {
        private final transient Runnable action;
        private final transient BooleanSupplier when;

        Bound(Runnable action, BooleanSupplier when) {
            this.action = action;
            this.when = when;
        }

        @Override
        public boolean isEnabled() {
            return when.getAsBoolean();
        }

        @Override
        public void actionPerformed(ActionEvent e) {
            action.run();
        }
    }
}
