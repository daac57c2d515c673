package pbx.ui.swing;

import java.util.Locale;

/** Dark on light, light on dark, or whichever of them the desktop has. */
enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** As it stands in the configuration; what is not known is the desktop's. */
    static Theme of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> SYSTEM;
        };
    }
}
