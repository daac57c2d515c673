package pbx.ui.swing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's texts in one language. */
final class Texts {
    private static final String BUNDLE = "pbx.ui.swing.texts";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    /** Empty: the operating system's language. A language that there is no translation for: English. */
    static Texts of(String language) {
        return new Texts(language.isBlank() ? Locale.getDefault() : Locale.forLanguageTag(language));
    }

    /** The JDK remembers bundles with the class loader that asked; this makes it forget. */
    static void forget() {
        ResourceBundle.clearCache(Texts.class.getClassLoader());
    }

    Locale locale() {
        return locale;
    }

    /** The text of the key; {@code {0}} and so on are replaced by the arguments. */
    String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }
}
