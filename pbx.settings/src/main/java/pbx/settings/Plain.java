package pbx.settings;

/** Names and values may come from strangers: in a log line they are visible characters of one line, and not too many. */
final class Plain {
    private static final int MOST = 80;

    private Plain() {}

    static String text(Object text) {
        return text.toString().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    static String quoted(String value) {
        return '"' + text(value.length() > MOST ? value.substring(0, MOST) + "..." : value) + '"';
    }
}
