package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import javax.swing.JProgressBar;

/** How loud something is, as a bar. It moves only when the picture changes. EDT only. */
final class Meter {
    private static final int STEPS = 40;
    /** What is softer shows nothing. */
    private static final double SILENCE_DB = -60;

    private final JProgressBar bar = new JProgressBar(0, STEPS);

    Meter(String name, String spoken) {
        bar.setName(name);
        bar.putClientProperty(FlatClientProperties.STYLE, "arc: 6");
        bar.getAccessibleContext().setAccessibleName(spoken);
        bar.setToolTipText(spoken);
        Dimension size = Sizes.of(70, 6);
        bar.setPreferredSize(size);
        bar.setMinimumSize(size);
    }

    JProgressBar bar() {
        return bar;
    }

    /** @param level 0 (silence) to 1 (full scale) */
    void show(double level) {
        bar.setValue(steps(level));
    }

    /** As loud as people hear it: by decibels. */
    static int steps(double level) {
        double db = level <= 0 ? SILENCE_DB : Math.max(SILENCE_DB, 20 * Math.log10(Math.min(1, level)));
        return (int) Math.round((1 - db / SILENCE_DB) * STEPS);
    }
}
