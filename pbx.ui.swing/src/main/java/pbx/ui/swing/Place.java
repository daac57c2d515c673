package pbx.ui.swing;

import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.Timer;

/** Where the window is: put back where it was, and kept when it comes to rest somewhere else. EDT only. */
final class Place {
    private static final int REST_MS = 800;
    private static final int GRASP = 60;

    private final JFrame frame;
    private final Timer rest;
    private String kept = "";

    Place(JFrame frame, Consumer<String> keep) {
        this.frame = frame;
        rest = new Timer(REST_MS, e -> {
            String now = text(frame.getBounds());
            if (frame.getExtendedState() == Frame.NORMAL && !now.equals(kept)) {
                kept = now;
                keep.accept(now);
            }
        });
        rest.setRepeats(false);
    }

    /** Puts the window where it was, if that is on a screen that is still there. */
    void restore(String place) {
        kept = place;
        rectangle(place)
                .filter(Place::onScreen)
                .ifPresentOrElse(frame::setBounds, () -> frame.setLocationByPlatform(true));
    }

    /** From now on the user's moves are kept. */
    void watch() {
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentMoved(ComponentEvent e) {
                rest.restart();
            }

            @Override
            public void componentResized(ComponentEvent e) {
                rest.restart();
            }
        });
    }

    void stop() {
        rest.stop();
    }

    static Optional<Rectangle> rectangle(String text) {
        int[] numbers;
        try {
            numbers = Stream.of(text.split(","))
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return numbers.length == 4 && numbers[2] > 0 && numbers[3] > 0
                ? Optional.of(new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]))
                : Optional.empty();
    }

    private static String text(Rectangle r) {
        return r.x + "," + r.y + "," + r.width + "," + r.height;
    }

    // Its title must be within reach.
    private static boolean onScreen(Rectangle window) {
        GraphicsDevice[] screens =
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices();
        Rectangle title = new Rectangle(window.x, window.y, window.width, GRASP);
        return Arrays.stream(screens)
                .map(screen -> screen.getDefaultConfiguration().getBounds().intersection(title))
                .anyMatch(seen -> seen.width > GRASP && seen.height > GRASP / 2);
    }
}
