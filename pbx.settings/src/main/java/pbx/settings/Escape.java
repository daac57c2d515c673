package pbx.settings;

/** Writes text so that {@link java.util.Properties} reads it as it was. */
final class Escape {
    private Escape() {}

    static String key(String text) {
        return escaped(text, "=:#! \t\f");
    }

    /** Only at its beginning could a value's character be taken for something else. */
    static String value(String text) {
        String first = text.isEmpty() ? "" : text.substring(0, 1);
        return escaped(first, "=: \t\f") + escaped(text.substring(first.length()), "");
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                escaped.append("\\n");
            } else if (c == '\r') {
                escaped.append("\\r");
            } else if (c == '\\' || special.indexOf(c) >= 0) {
                escaped.append('\\').append(c);
            } else if (c == '\uFEFF' || (Character.isISOControl(c) && c != '\t')) {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
