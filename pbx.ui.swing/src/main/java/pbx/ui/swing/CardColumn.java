package pbx.ui.swing;

import net.miginfocom.swing.MigLayout;

/** Cards one below the other. */
final class CardColumn extends ScrolledPanel {
    CardColumn() {
        super(new MigLayout("insets 0, wrap 1, fillx, hidemode 3", "[grow,fill]", "[]10"));
        setOpaque(false);
    }
}
