package pbx.ui.swing;

import java.util.Objects;

/**
 * How the window is to look, free of the framework.
 *
 * @param enabled whether there is to be a window
 * @param theme light, dark, or the desktop's
 * @param language language tag; empty: the operating system's
 * @param scale in percent, on top of the desktop's own
 */
record Choice(boolean enabled, Theme theme, String language, int scale) {
    private static final int SMALLEST = 75;
    private static final int LARGEST = 300;

    Choice {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(language, "language");
        scale = Math.max(SMALLEST, Math.min(LARGEST, scale));
    }

    static Choice of(Settings settings) {
        return new Choice(
                settings.enabled(),
                Theme.of(settings.theme()),
                settings.language().strip(),
                settings.scale());
    }
}
