package pbx.ui.swing;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.SwingUtilities;
import pbx.api.view.CallAction;
import pbx.api.view.PersonAction;
import pbx.listeners.Views;

/**
 * Between those who tell (any thread) and the window (EDT): keeps the latest desk and has it drawn. However much is told at
 * once, the EDT is asked once. Without a window the EDT is not asked at all, so that a machine without a display stays
 * without AWT.
 */
final class Scene {
    /** What plugins offer to show. */
    final Views views = new Views();
    /** What plugins offer to do with a call. */
    final Offers<CallAction> callActions = new Offers<>(this::draw);
    /** What plugins offer to do with somebody. */
    final Offers<PersonAction> personActions = new Offers<>(this::draw);
    /** What plugins that are written in Swing bring along. */
    final Components components = new Components();

    private final AtomicReference<Desk> desk = new AtomicReference<>(Desk.EMPTY);
    private final AtomicBoolean due = new AtomicBoolean();
    private final Executor edt;
    private volatile Consumer<Desk> window;

    Scene() {
        this(SwingUtilities::invokeLater);
    }

    Scene(Executor edt) {
        this.edt = edt;
    }

    /** Changes the desk. The fold is pure: it may be run more than once. */
    void change(UnaryOperator<Desk> fold) {
        desk.updateAndGet(fold);
        draw();
    }

    Desk desk() {
        return desk.get();
    }

    /** From now on this one draws, beginning with what is known. */
    void show(Consumer<Desk> drawer) {
        window = drawer;
        draw();
    }

    /** Nobody draws any more. */
    void hide() {
        window = null;
    }

    /** Forgets all plugins. */
    void close() {
        views.close();
        callActions.close();
        personActions.close();
        components.close();
    }

    private void draw() {
        if (window != null && due.compareAndSet(false, true)) {
            edt.execute(this::drawNow);
        }
    }

    private void drawNow() {
        due.set(false);
        Consumer<Desk> drawer = window;
        if (drawer != null) {
            drawer.accept(desk.get());
        }
    }
}
