package pbx.ui.swing;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.swing.JComponent;
import pbx.api.call.Call;
import pbx.api.call.CallState;

/**
 * A call's card drawn by the mouse onto somebody in the directory. Done here and not by AWT's drag and drop, which is for other
 * programs too and keeps the window's classes after its end. EDT only.
 */
final class CallDrag extends MouseAdapter {
    private static final int FAR_ENOUGH = 6;

    private final Function<Point, Optional<Person>> target;
    private final BiConsumer<Call, Person> drop;
    private Optional<Call> call = Optional.empty();
    private Point from = new Point();
    private boolean dragging;

    CallDrag(Function<Point, Optional<Person>> target, BiConsumer<Call, Person> drop) {
        this.target = target;
        this.drop = drop;
    }

    void take(JComponent card) {
        card.addMouseListener(this);
        card.addMouseMotionListener(this);
    }

    void draw(Call now) {
        call = Optional.of(now).filter(c -> c.state() == CallState.ACTIVE);
    }

    @Override
    public void mousePressed(MouseEvent e) {
        from = e.getPoint();
        dragging = false;
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        dragging = dragging || (call.isPresent() && from.distance(e.getPoint()) > FAR_ENOUGH);
        if (dragging) {
            boolean over = target.apply(e.getLocationOnScreen()).isPresent();
            e.getComponent().setCursor(Cursor.getPredefinedCursor(over ? Cursor.HAND_CURSOR : Cursor.MOVE_CURSOR));
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        e.getComponent().setCursor(Cursor.getDefaultCursor());
        if (dragging) {
            dragging = false;
            target.apply(e.getLocationOnScreen()).ifPresent(person -> call.ifPresent(c -> drop.accept(c, person)));
        }
    }
}
