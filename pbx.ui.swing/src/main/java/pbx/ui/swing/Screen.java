package pbx.ui.swing;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.util.Optional;

/** Whether a window can be opened on this machine. */
final class Screen {
    private Screen() {}

    /**
     * Why no window can be opened, for people; empty if one can. Tries it, and so may take as long as the display server needs
     * to answer. A display that is named but not there shows as an error of AWT or of loading its classes.
     */
    static Optional<String> problem() {
        if (GraphicsEnvironment.isHeadless()) {
            return Optional.of("this machine has no display");
        }
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            Toolkit.getDefaultToolkit().getScreenSize();
            return Optional.empty();
        } catch (AWTError | HeadlessException | LinkageError e) {
            return Optional.of("the display cannot be opened: " + Plain.line(String.valueOf(e.getMessage())));
        }
    }
}
