package pbx.ui.swing;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JList;

/** Double clicks on a row. */
final class Clicks {
    private Clicks() {}

    /** Beside the rows nothing happens. */
    static void twice(JList<?> list, Runnable deed) {
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2 && isOnRow(list, e)) {
                    deed.run();
                }
            }
        });
    }

    private static boolean isOnRow(JList<?> list, MouseEvent e) {
        int index = list.locationToIndex(e.getPoint());
        return index >= 0 && list.getCellBounds(index, index).contains(e.getPoint());
    }
}
