package pbx.shell;

/** Makes texts of strangers harmless on a terminal: no escape sequence, no forged line, no reversed reading order. */
final class Text {
    private static final int LONGEST = 200;

    private Text() {}

    /** One line of visible characters; everything else is shown as {@code ?}. */
    static String plain(String text) {
        String line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
