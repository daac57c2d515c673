package pbx.ui.swing;

import java.util.Objects;

/**
 * What the administrator chose, free of the framework.
 *
 * @param enabled whether there is to be a window
 * @param dark light text on a dark ground
 * @param language language tag; empty: the operating system's
 */
record Choice(boolean enabled, boolean dark, String language) {
    Choice {
        Objects.requireNonNull(language, "language");
    }

    static Choice of(Settings settings) {
        return new Choice(
                settings.enabled(),
                settings.theme().strip().equalsIgnoreCase("dark"),
                settings.language().strip());
    }
}
